#include "engine/cells/sheet.h"

#include "engine/cells/error.h"

#include <catch2/catch_test_macros.hpp>

using cells::Cell;
using cells::Decimal;
using cells::Shown;

static Cell number(std::string_view text, Shown shown, int places) {
    Cell cell;
    cell.kind = Cell::Kind::number;
    cell.number = Decimal::parse(text);
    cell.shown = shown;
    cell.shown_places = static_cast<std::int8_t>(places);
    return cell;
}

static Cell text(cells::Address at, std::string words) {
    Cell cell;
    cell.at = at;
    cell.kind = Cell::Kind::text;
    cell.text = std::move(words);
    return cell;
}

TEST_CASE("a cell is read out as Excel shows it", "[sheet]") {
    CHECK(cells::shown_text(number("0.947", Shown::percent, 1), false) == "94.7%");
    CHECK(cells::shown_text(number("0.9474", Shown::percent, -1), false) == "94.74%");
    CHECK(cells::shown_text(number("94.96", Shown::number, 1), false) == "95.0");
    CHECK(cells::shown_text(number("94.96", Shown::general, -1), false) == "94.96");
    CHECK(cells::shown_text(number("-1234.5", Shown::currency, 2), false) == "-£1234.50");
    CHECK(cells::shown_text(number("42643", Shown::date, -1), false) == "30 Sep 2016");
    CHECK(cells::shown_text(number("42643.75", Shown::date, -1), false) == "30 Sep 2016");
    CHECK(cells::shown_text(number("41181", Shown::date, -1), true) == "30 Sep 2016");
    CHECK(cells::shown_text(number("-5", Shown::date, -1), false) == "-5");
    CHECK(cells::shown_text(number("0.604167", Shown::time, -1), false) == "14:30");
}

TEST_CASE("truths, errors and numbers beyond any figure are read out as they stand", "[sheet]") {
    Cell cell;
    CHECK(cells::shown_text(cell, false).empty());
    cell.kind = Cell::Kind::boolean;
    cell.number = Decimal(1);
    CHECK(cells::shown_text(cell, false) == "TRUE");
    cell.kind = Cell::Kind::error;
    cell.text = "#DIV/0!";
    CHECK(cells::shown_text(cell, false) == "#DIV/0!");
    cell.kind = Cell::Kind::number;
    cell.number.reset();
    cell.text = "1E999";
    CHECK(cells::shown_text(cell, false) == "1E999");
}

TEST_CASE("a cell is found by its address, and through a merge by its corner", "[sheet]") {
    cells::Sheet sheet;
    sheet.cells = {text({1, 1}, "Title"), text({3, 2}, "2016-17"), text({4, 2}, "Q1")};
    sheet.merges = {{{3, 2}, {3, 5}}};
    sheet.hidden_rows = {4, 9};
    sheet.hidden_columns = {2};
    REQUIRE(sheet.find({3, 2}));
    CHECK(sheet.find({3, 2})->text == "2016-17");
    CHECK_FALSE(sheet.find({3, 4}));
    REQUIRE(sheet.find_merged({3, 4}));
    CHECK(sheet.find_merged({3, 4})->text == "2016-17");
    CHECK_FALSE(sheet.find_merged({4, 4}));
    CHECK(sheet.row_hidden(9));
    CHECK_FALSE(sheet.row_hidden(3));
    CHECK(sheet.column_hidden(2));
}

TEST_CASE("an error says where, what and what to do next", "[error]") {
    CHECK(
        to_text(cells::Error{.kind = cells::Error::Kind::not_a_workbook,
                             .where = "housing.xlsx",
                             .what = "The file is an old Excel workbook (.xls)",
                             .next = "Open it in Excel and save it as .xlsx"})
        == "housing.xlsx: The file is an old Excel workbook (.xls). Open it in Excel and save it as .xlsx.");
    CHECK(to_text(cells::Error{.where = {}, .what = "No file was named", .next = {}})
          == "No file was named.");
}
