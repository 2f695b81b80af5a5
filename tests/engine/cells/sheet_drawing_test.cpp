#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

using cells::Cell;
using cells::Shown;

TEST_CASE("a drawn table becomes the sheet that a reader would have found", "[drawing]") {
    const auto drawn = support::draw_with_remarks("Indicators", R"(
        | Ref   | Indicator | Actual |        |
        | BS-01 | "100"     | 94.7%  | 1,234  | V012
        | 7     | =12       | =?     | #N/A   | ~ seen
        9 | | 31/03/2017 | £1.50 | "" |
        hidden columns: C, B
    )");
    const cells::Sheet& sheet = drawn.sheet;
    CHECK(sheet.find({1, 1})->text == "Ref");
    CHECK_FALSE(sheet.find({1, 4}));
    CHECK(sheet.find({2, 2})->kind == Cell::Kind::text);
    CHECK(sheet.find({2, 2})->text == "100");
    CHECK(sheet.find({2, 3})->number->to_text() == "0.947");
    CHECK(sheet.find({2, 3})->shown == Shown::percent);
    CHECK(sheet.find({2, 3})->shown_places == 1);
    CHECK(cells::shown_text(*sheet.find({2, 4}), false) == "1234");
    CHECK(sheet.find({3, 2})->formula);
    CHECK(sheet.find({3, 2})->number->to_text() == "12");
    CHECK(sheet.find({3, 3})->uncalculated);
    CHECK(sheet.find({3, 4})->kind == Cell::Kind::error);
    CHECK(cells::shown_text(*sheet.find({9, 2}), false) == "31 Mar 2017");
    CHECK(cells::shown_text(*sheet.find({9, 3}), false) == "£1.50");
    CHECK(sheet.find({9, 4})->kind == Cell::Kind::empty);
    CHECK(sheet.hidden_rows == std::vector<std::uint32_t>{3});
    CHECK(sheet.hidden_columns == std::vector<std::uint32_t>{2, 3});
    CHECK(drawn.remarks == std::map<std::uint32_t, std::string>{{2, "V012"}, {3, "seen"}});
}

TEST_CASE("a drawing merges cells with those on their left and above", "[drawing]") {
    const auto sheet = support::draw("Indicators", R"(
        | Ref | 2016-17 | <  |
        | ^   | Q1      | Q2 |
    )");
    CHECK(sheet.merges == std::vector<cells::Range>{{{1, 2}, {1, 3}}, {{1, 1}, {2, 1}}});
    CHECK(sheet.find_merged({2, 1})->text == "Ref");
}

TEST_CASE("a drawn workbook has several sheets, some of them hidden", "[drawing]") {
    const auto sheets = support::draw_sheets(R"(
        [Return]
        | Council | Marlbridge |
        [Lists] hidden
        | Green |
    )");
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].name == "Return");
    CHECK_FALSE(sheets[0].hidden);
    CHECK(sheets[1].hidden);
    CHECK(sheets[1].find({1, 1})->text == "Green");
}

TEST_CASE("a drawn date counts from the workbook's own first day", "[drawing]") {
    CHECK(support::draw_cell("30/09/2016").number->to_text() == "42643");
    CHECK(support::draw_cell("30/09/2016", true).number->to_text() == "41181");
    CHECK(support::draw_cell("1E999").text == "1E999");
    CHECK(support::draw_cell("2016-17").kind == Cell::Kind::text);
}
