#include "xlsx/rows/movement.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using xlsx::Formula;
using xlsx::Movement;
using xlsx::RowBlock;
using xlsx::RowMap;

// Row 5 three times.
static RowMap row_five_three_times() {
    return RowMap({RowBlock{.children = {1}}, RowBlock{.first = 5, .last = 5, .children = {}}},
                  [](std::size_t, RowMap::Copy) { return 3U; });
}

// Rows 4 to 8 are a block with markers in 4 and 8: heading 5, repeated 6, total 7. Two copies, the repeated
// row twice in the first and three times in the second:
//
//   4 | 5 6 | 7        first copy: heading, rows, total
//   8 | 9 10 11 | 12   second copy
static RowMap nested() {
    return RowMap({RowBlock{.children = {1}},
                   RowBlock{.first = 4, .last = 8, .marked = true, .children = {2}},
                   RowBlock{.first = 6, .last = 6, .parent = 1, .children = {}}},
                  [](std::size_t block, RowMap::Copy parent) { return block == 1 ? 2U : parent + 1U; });
}

static std::string moved(RowMap map, const std::string& formula, RowMap::Copy copy = 0) {
    Movement movement;
    movement.add("Sheet1", std::move(map));
    movement.add("Sheet2", RowMap());
    const auto text = movement.moved(Formula(formula), {0, copy});
    return text ? *text : "error: " + text.error();
}

TEST_CASE("rows above a repeated row stay and rows below move down", "[row_map]") {
    CHECK(moved(row_five_three_times(), "A4+A6") == "A4+A8");
}

TEST_CASE("a range over a repeated row covers all of its copies", "[row_map]") {
    CHECK(moved(row_five_three_times(), "SUM(C5:C5)") == "SUM(C5:C7)");
    CHECK(moved(row_five_three_times(), "SUM(C5:C6)") == "SUM(C5:C8)");
    CHECK(moved(row_five_three_times(), "SUM(C2:C9)") == "SUM(C2:C11)");
    CHECK(moved(row_five_three_times(), "COUNTIF(C5:C5,\"Red\")") == "COUNTIF(C5:C7,\"Red\")");
    CHECK(moved(row_five_three_times(), "SUM(5:5)") == "SUM(5:7)");
}

TEST_CASE("a total of one repeated cell is a total of all of its copies", "[row_map]") {
    CHECK(moved(row_five_three_times(), "SUM(C5)") == "SUM(C5:C7)");
    CHECK(moved(row_five_three_times(), "C5") == "C5");
    CHECK(moved(row_five_three_times(), "SUM(C5)", 2) == "SUM(C6)");
}

TEST_CASE("within a repeated row a formula keeps to its own copy", "[row_map]") {
    CHECK(moved(row_five_three_times(), "C5/D5", 1) == "C5/D5");
    CHECK(moved(row_five_three_times(), "C5/D5", 3) == "C7/D7");
    CHECK(moved(row_five_three_times(), "C5/C$4-C6", 3) == "C7/C$4-C8");
    CHECK(moved(row_five_three_times(), "SUM(C4:C5)", 2) == "SUM(C4:C6)");
}

TEST_CASE("a $ before a row looks at the whole repetition, as after copying down", "[row_map]") {
    CHECK(moved(row_five_three_times(), "RANK(C5,C$5:C$5)", 2) == "RANK(C6,C$5:C$7)");
    CHECK(moved(row_five_three_times(), "SUM(C$5:C5)", 3) == "SUM(C$5:C7)");
    CHECK(moved(row_five_three_times(), "C5-C$5", 3) == "C7-C$5");
}

TEST_CASE("blocks within blocks are seen from where a formula stands", "[row_map]") {
    CHECK(moved(nested(), "SUM(C6:C6)", 1) == "SUM(C5:C6)"); // the first total
    CHECK(moved(nested(), "SUM(C6:C6)", 2) == "SUM(C9:C11)");
    CHECK(moved(nested(), "C6/C5", 6) == "C10/C8"); // the second row of the second block
    CHECK(moved(nested(), "RANK(C6,C$6:C$6)", 6) == "RANK(C10,C$9:C$11)");
}

TEST_CASE("a total over rows that come apart adds up these rows and not what is between", "[row_map]") {
    CHECK(moved(nested(), "SUM(C6:C6)") == "SUM(C5:C6,C9:C11)");
    CHECK(moved(nested(), "SUM(C6,D2)") == "SUM(C5:C6,C9:C11,D2)");
    CHECK(moved(nested(), "COUNTIF(C6:C6,\"Red\")") == "COUNTIF(C5:C11,\"Red\")");
    CHECK(moved(nested(), "SUM(C4:C8)") == "SUM(C4:C12)");
}

TEST_CASE("a row that only marks a block cannot be referred to", "[row_map]") {
    CHECK(moved(nested(), "A4+1").starts_with("error: it refers to row 4"));
}

TEST_CASE("a reference through several sheets does not survive that one of them moves", "[row_map]") {
    CHECK(moved(row_five_three_times(), "SUM(Sheet1:Sheet2!A4)") == "SUM(Sheet1:Sheet2!A4)");
    CHECK(moved(row_five_three_times(), "SUM(Sheet1:Sheet2!A6)")
              .starts_with("error: it refers through several"));
}

TEST_CASE("references to other sheets and workbooks stay, whole columns too", "[row_map]") {
    CHECK(moved(row_five_three_times(), "Sheet2!A9+[1]Sheet1!A9+SUM(A:A)+SUM(A1:A1048576)")
          == "Sheet2!A9+[1]Sheet1!A9+SUM(A:A)+SUM(A1:A1048576)");
    CHECK(moved(row_five_three_times(), "sheet1!A9+'Sheet1'!A9") == "sheet1!A11+'Sheet1'!A11");
}

TEST_CASE("an empty block leaves no rows", "[row_map]") {
    const RowMap map({RowBlock{.children = {1}}, RowBlock{.first = 5, .last = 5, .children = {}}},
                     [](std::size_t, RowMap::Copy) { return 0U; });
    CHECK(map.at(5) == 0);
    CHECK(map.at(6) == 5);
    CHECK(moved(map, "SUM(C4:C6)") == "SUM(C4:C5)");
}
