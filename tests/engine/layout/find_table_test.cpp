#include "engine/layout/find_table.h"

#include "tests/support/cheshire_west.h"
#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using engine::FoundTable;
using engine::LayoutTable;

static const LayoutTable& plan_table(std::string_view id) {
    return *std::ranges::find(support::cheshire_west().plan.tables, id, &LayoutTable::id);
}

static const LayoutTable& return_table(std::string_view id) {
    return *std::ranges::find(support::cheshire_west().returned.tables, id, &LayoutTable::id);
}

static FoundTable found_in(std::string_view drawing, const LayoutTable& table) {
    auto found = engine::find_table(support::draw_sheets(drawing), table, "housing.xlsx");
    if (!found) FAIL(to_text(found.error()));
    REQUIRE(found->has_value());
    return **found;
}

static std::string error_in(std::string_view drawing, const LayoutTable& table) {
    const auto found = engine::find_table(support::draw_sheets(drawing), table, "housing.xlsx");
    return found ? "found" : to_text(found.error());
}

/// "4 5 Housing/7": the rows' numbers, with the section that each stands under.
static std::string rows_of(const FoundTable& table) {
    std::string text;
    for (const engine::FoundRow& row : table.rows) {
        text += text.empty() ? "" : " ";
        text += (row.section.empty() ? "" : row.section + "/") + std::to_string(row.row);
    }
    return text;
}

TEST_CASE("a table is found by its headings, under banner rows and in any order of columns", "[layout]") {
    const auto& table = return_table("indicators");
    const auto found = found_in(R"(
        [Indicators]
        | Marlbridge Borough Council | | |
        | Quarterly return | | |
        4 | Actual | REF. | Local notes | Indicator |
        | 94.7% | BS-01 | seen | Good level of development |
    )",
                                table);
    CHECK(found.letter(table, "actual") == 1);
    CHECK(found.letter(table, "ref") == 2);
    CHECK(found.letter(table, "name") == 4);
    CHECK(found.letter(table, "forecast") == 0);
    CHECK(found.unknown == std::vector<cells::Address>{{4, 3}});
    CHECK(rows_of(found) == "5");
}

TEST_CASE("a merged parent stands over each of its children", "[layout]") {
    const auto& table = plan_table("indicators");
    const auto found = found_in(R"(
        [Indicators]
        | Indicators of the plan | < | < |
        | Ref | Indicator | Annual target | <       | 2015-16 | < | <      | 2016-17 profiled target | <  | 2016-17 | <  |
        | ^   | ^         | 2016-17       | 2017/18 | Q1      | Q4 | Target | Q1                     | Q2 | Q1      | Quarter 2 |
        | BS-01 | Readiness | 80 | 85 | 70 | 74 | 75 | 76 | 77 | 78 | 79 |
    )",
                                table);
    CHECK(found.letter(table, "ref") == 1);
    CHECK(found.letter(table, "target", 2016) == 3);
    CHECK(found.letter(table, "target", 2017) == 4);
    CHECK(found.letter(table, "actual", 2015, 1) == 5);
    CHECK(found.letter(table, "actual", 2015, 4) == 6);
    CHECK(found.letter(table, "target", 2015) == 7);
    CHECK(found.letter(table, "profiled", 2016, 1) == 8);
    CHECK(found.letter(table, "profiled", 2016, 2) == 9);
    CHECK(found.letter(table, "actual", 2016, 1) == 10);
    CHECK(found.letter(table, "actual", 2016, 2) == 11);
    CHECK(rows_of(found) == "4");
}

TEST_CASE("a parent that is not merged reaches right until the next", "[layout]") {
    const auto& table = plan_table("actions");
    const auto found = found_in(R"(
        [Actions]
        |     |        |            |          | 2016-17 revised end date |    | Completed on | 2016-17 status |    |
        | Ref | Action | Start date | End date | Q1                       | Q2 |              | Q1             | Q2 |
        | BS-A1 | Open centre | 01/04/2016 | 31/03/2017 |
    )",
                                table);
    CHECK(found.letter(table, "revised", 2016, 1) == 5);
    CHECK(found.letter(table, "revised", 2016, 2) == 6);
    CHECK(found.letter(table, "completed") == 7);
    CHECK(found.letter(table, "status", 2016, 1) == 8);
    CHECK(found.letter(table, "status", 2016, 2) == 9);
    CHECK(rows_of(found) == "3");
}

TEST_CASE("levels of parents are told apart in their order", "[layout]") {
    const LayoutTable table{.id = "t",
                            .name = "table",
                            .key = "ref",
                            .sheets = {},
                            .columns = {{"ref", {"Ref"}, {}, true},
                                        {"profiled", {"Q{quarter}"}, {"{year} / Profiled target"}},
                                        {"actual", {"Q{quarter}"}, {"{year} / Actual"}}},
                            .totals = {}};
    const auto found = found_in(R"(
        [Sheet1]
        | Ref | 2016-17         | <  | <      | <  | 2017-18 | < |
        | ^   | Profiled target | <  | Actual | <  | Actual  | < |
        | ^   | Q1              | Q2 | Q1     | Q2 | Q1      | Q2 |
        | A   | 1               | 2  | 3      | 4  | 5       | 6 |
    )",
                                table);
    CHECK(found.letter(table, "profiled", 2016, 2) == 3);
    CHECK(found.letter(table, "actual", 2016, 2) == 5);
    CHECK(found.letter(table, "actual", 2017, 1) == 6);
    CHECK(rows_of(found) == "4");
}

TEST_CASE("rows of data are told from sections, totals, blank rows and headings that come again",
          "[layout]") {
    const auto found = found_in(R"(
        [Indicators]
        | Ref | Indicator | Actual | Commentary |
        | Best start in life | < | < | < |
        | BS-01 | Readiness | 94.7% | |
        | BS-02 | Breastfeeding | 51.2% | | ~
        |       |       |        | |
        | Ref | Indicator | Actual | Commentary |
        | Good quality housing | | | |
        | HO-01 | Homes built | 120 | |
        | HO-02 | | | |
        | | Repairs in time | 97% | |
        | | | | see also below |
        | Total | | 217 | |
        | | Average | 3 | |
        | HO-03 | Total relets | 14 | |
    )",
                                return_table("indicators"));
    CHECK(rows_of(found)
          == "Best start in life/3 Best start in life/4 Good quality housing/8 Good quality housing/9 "
             "Good quality housing/10 Good quality housing/11 Good quality housing/14");
    CHECK(found.totals == std::vector<std::uint32_t>{12, 13});
}

TEST_CASE("a header of two rows that comes again is skipped whole", "[layout]") {
    const auto found = found_in(R"(
        [Indicators]
        | Ref | Indicator | 2016-17 | <  |
        | ^   | ^         | Q1      | Q2 |
        | BS-01 | Readiness | 1 | 2 |
        | Ref | Indicator | 2016-17 | <  |
        | ^   | ^         | Q1      | Q2 |
        | BS-02 | Breastfeeding | 1 | 2 |
    )",
                                plan_table("indicators"));
    CHECK(rows_of(found) == "3 6");
}

TEST_CASE("a header that comes again with one heading changed is still a header", "[layout]") {
    const auto found = found_in(R"(
        [Indicators]
        | Ref | Indicator | Actual | Commentary |
        | BS-01 | Readiness | 1 | |
        | Ref | Indicator | Actual | Comments |
        | BS-02 | Breastfeeding | 2 | |
    )",
                                return_table("indicators"));
    CHECK(rows_of(found) == "2 4");
}

TEST_CASE("a table ends where another begins", "[layout]") {
    const auto sheets = R"(
        [Return form]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 1 |
        | Ref | Action | Revised end date | Completed on |
        | BS-A1 | Open centre | 31/03/2017 | |
    )";
    CHECK(rows_of(found_in(sheets, return_table("indicators"))) == "2");
    CHECK(rows_of(found_in(sheets, return_table("actions"))) == "4");
}

TEST_CASE("a heading with a slip of the pen is read and reported", "[layout]") {
    const auto& table = return_table("indicators");
    const auto found = found_in(R"(
        [Indicators]
        | Refrence | Indicator | Acutal | Commentry | Nominator |
        | BS-01 | Readiness | 1 | | |
    )",
                                table);
    CHECK(found.letter(table, "ref") == 1);
    CHECK(found.letter(table, "actual") == 3);
    CHECK(found.letter(table, "commentary") == 4);
    CHECK(found.letter(table, "numerator") == 0);
    REQUIRE(found.near.size() == 3);
    CHECK(found.near[0].at == cells::Address{1, 1});
    CHECK(found.near[1].found == "Acutal");
    CHECK(found.near[1].meant == "Actual");
}

TEST_CASE("two headings that nearly say the same are both left alone", "[layout]") {
    const auto& table = return_table("indicators");
    const auto found = found_in(R"(
        [Indicators]
        | Ref | Actual | Commentry | Comentary |
        | BS-01 | 1 | a | b |
    )",
                                table);
    CHECK(found.letter(table, "commentary") == 0);
    CHECK(found.unknown.size() == 2);
}

TEST_CASE("a missing column is an error that lists what was found and what may be meant", "[layout]") {
    CHECK(error_in(R"(
        [Indicators]
        | Ref | Indicator | Actual figure | Commentary |
        | BS-01 | Readiness | 1 | |
    )",
                   return_table("indicators"))
          == "housing.xlsx: Indicators!A1: The table of indicators has no column \"Actual\". The headings "
             "found are "
             "\"Ref\" (A1), \"Indicator\" (B1), \"Actual figure\" (C1) and \"Commentary\" (D1). Did you mean "
             "\"Actual "
             "figure\" (C1)? Name the column as in the template.");
}

TEST_CASE("a workbook without the table is an error that says what was looked for", "[layout]") {
    CHECK(
        error_in(R"(
        [Minutes]
        | Apologies | None |
        [Lists]
        | Green |
    )",
                 return_table("indicators"))
        == "housing.xlsx: There is no table of indicators: no sheet has a row with the headings \"Ref\" and "
           "\"Actual\". The sheets looked at are Minutes and Lists. Check that this is the right workbook, "
           "or start "
           "again from the template.");
    CHECK_FALSE(error_in("", return_table("indicators")).empty());
}

TEST_CASE("a table that is not required may be missing, but not half there", "[layout]") {
    const auto none =
        engine::find_table(support::draw_sheets("[Other]\n| x |"), return_table("actions"), "a.xlsx");
    REQUIRE(none.has_value());
    CHECK_FALSE(none->has_value());
    CHECK(error_in(R"(
        [Actions]
        | Ref | Action | Done |
        | BS-A1 | Open centre | yes |
    )",
                   return_table("actions"))
              .starts_with("housing.xlsx: Actions!A1: The table of actions has no column "
                           "\"Revised end date\" and \"Completed on\"."));
}

TEST_CASE("two tables that could be meant are an error that names both", "[layout]") {
    CHECK(error_in(R"(
        [Q2]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 1 |
        [Q2 (2)]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 2 |
    )",
                   return_table("indicators"))
          == "housing.xlsx: There are two of the table of indicators, at Q2!A1 and at 'Q2 (2)'!A1, and "
             "nothing says "
             "which one counts. Remove one of them, or hide its sheet.");
    CHECK(error_in(R"(
        [Indicators]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 1 |
        | | Ref | Indicator | Actual |
        | | BS-01 | Readiness | 2 |
    )",
                   return_table("indicators"))
              .find("Indicators!A1 and at Indicators!B3")
          != std::string::npos);
}

TEST_CASE("two columns that say the same are an error", "[layout]") {
    CHECK(error_in(R"(
        [Indicators]
        | Ref | Indicator | Actual | Actual % |
        | BS-01 | Readiness | 1 | 2 |
    )",
                   return_table("indicators"))
          == "housing.xlsx: Indicators!C1: The table of indicators has two columns that say the same: "
             "\"Actual\" (C1) "
             "and \"Actual %\" (D1). Rename the one that does not count, or remove it.");
}

TEST_CASE("the sheet of the table's own name comes first, a hidden one last", "[layout]") {
    const auto& table = return_table("indicators");
    CHECK(found_in(R"(
        [Old]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 1 |
        [indicators]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 2 |
    )",
                   table)
              .sheet
          == 1);
    CHECK(found_in(R"(
        [Indicators] hidden
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 1 |
        [Sheet1]
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 2 |
    )",
                   table)
              .sheet
          == 1);
    CHECK(found_in(R"(
        [Return]
        | Housing |
        [Indicators] hidden
        | Ref | Indicator | Actual |
        | BS-01 | Readiness | 1 |
    )",
                   table)
              .sheet
          == 1);
}

TEST_CASE("a small table with some of the headings is not taken for the one that lacks a column",
          "[layout]") {
    CHECK(error_in(R"(
        [Measures]
        | Ref | Unit | Good is | Actual figure | Commentary | Indicator |
        | BS-01 | % | Higher | 1 | | Readiness |
        [Lists] hidden
        | Ref | Actual |
        | BS-01 | 2 |
    )",
                   return_table("indicators"))
              .starts_with("housing.xlsx: Measures!A1:"));
}

TEST_CASE("a lesser table that has the required headings too does not compete", "[layout]") {
    const auto& table = plan_table("indicators");
    const auto found = found_in(R"(
        [Measures of the plan]
        | Ref | Indicator | Unit | Good is | KPI | Frequency | Baseline |
        | BS-01 | Readiness | % | Higher | Yes | Quarterly | 70 |
        [Comparators]
        | Ref | Indicator | Period |
        | BS-01 | Readiness | 2015-16 |
    )",
                                table);
    CHECK(found.sheet == 0);
}

TEST_CASE("ten thousand columns and a million rows are read in passing", "[layout]") {
    cells::Sheet sheet;
    sheet.name = "Indicators";
    const auto put = [&](std::uint32_t row, std::uint32_t column, std::string text) {
        cells::Cell cell;
        cell.at = {row, column};
        cell.kind = cells::Cell::Kind::text;
        cell.text = std::move(text);
        sheet.cells.push_back(std::move(cell));
    };
    put(1, 1, "Ref");
    put(1, 2, "Actual");
    for (std::uint32_t column = 3; column <= 10'000; ++column)
        put(1, column, "Local " + std::to_string(column));
    for (std::uint32_t row = 2; row <= 200'000; ++row) {
        put(row, 1, "BS-" + std::to_string(row));
        put(row, 2, "94.7%");
    }
    const auto found = engine::find_table({sheet}, return_table("indicators"), "wide.xlsx");
    REQUIRE(found.has_value());
    CHECK((*found)->rows.size() == 199'999);
    CHECK((*found)->unknown.size() == 9'998);
}
