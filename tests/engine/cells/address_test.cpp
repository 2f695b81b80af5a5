#include "engine/cells/address.h"

#include <catch2/catch_test_macros.hpp>

using cells::Address;
using cells::Range;

TEST_CASE("an address reads and prints as Excel has it", "[address]") {
    CHECK(cells::to_text(Address{14, 8}) == "H14");
    CHECK(cells::to_text(Address{1, 27}) == "AA1");
    CHECK(cells::to_text(Address{1'048'576, 16'384}) == "XFD1048576");
    CHECK(cells::to_text(Address{}).empty());
    CHECK(cells::parse_address("$h$14") == Address{14, 8});
    CHECK(cells::parse_address("XFD1048576") == Address{1'048'576, 16'384});
}

TEST_CASE("a cell of a sheet prints as Excel's Name box takes it", "[address]") {
    CHECK(cells::to_text("Indicators", Address{14, 8}) == "Indicators!H14");
    CHECK(cells::to_text("Outcome plan", Address{3, 2}) == "'Outcome plan'!B3");
    CHECK(cells::to_text("Mayor's plan", Address{1, 1}) == "'Mayor''s plan'!A1");
    CHECK(cells::to_text("2016", Address{1, 1}) == "'2016'!A1");
}

TEST_CASE("every column's letters lead back to it", "[address]") {
    for (std::uint32_t column = 1; column <= cells::last_column; ++column)
        REQUIRE(cells::parse_address(cells::column_letters(column) + "1") == Address{1, column});
}

TEST_CASE("what is no address is not read", "[address]") {
    for (const char* text : {"", "H", "14", "H0", "H014", "XFE1", "A1048577", "A1 ", "$$A1", "A$$1", "A-1",
                             "H1H", "AAAAAAAAAAAAAAAAA1", "A99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(cells::parse_address(text));
    }
}

TEST_CASE("a range's corners come in any order", "[address]") {
    const Range range{{1, 1}, {3, 3}};
    CHECK(cells::parse_range("A1:C3") == range);
    CHECK(cells::parse_range("C3:A1") == range);
    CHECK(cells::parse_range("A3:C1") == range);
    CHECK(cells::parse_range("H14") == Range{{14, 8}, {14, 8}});
    CHECK_FALSE(cells::parse_range("A1:"));
    CHECK_FALSE(cells::parse_range("A1:B2:C3"));
    CHECK(cells::to_text(range) == "A1:C3");
    CHECK(cells::to_text(Range{{14, 8}, {14, 8}}) == "H14");
    CHECK(range.contains({2, 3}));
    CHECK_FALSE(range.contains({2, 4}));
}
