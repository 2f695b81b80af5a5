// What a formula becomes when rows are inserted or deleted, as Excel's own commands make it: one line for
// each formula. The rows are those of the sheet Data.
#include "xlsx/rows/movement.h"

#include <catch2/catch_test_macros.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

using xlsx::Formula;
using xlsx::Movement;
using xlsx::RowMap;

namespace {

struct Line {
    std::string_view before;
    std::string_view after;
};

enum Home : std::size_t { on_data = 0, on_other = 1 };

Movement workbook(RowMap data) {
    Movement movement(xlsx::Motion::shift);
    movement.add("Data", std::move(data));
    for (const char* sheet : {"Other", "Year end", "Q1", "Q2", "Q3", "Q4", "A1", "O'Neill"})
        movement.add(sheet, RowMap());
    return movement;
}

void check(const Movement& movement, Home home, std::initializer_list<Line> lines) {
    for (const Line& line : lines) {
        INFO(line.before);
        CHECK(movement.moved(Formula(std::string(line.before)), {home, 0}).value() == line.after);
    }
}

} // namespace

TEST_CASE("cells at and below inserted rows move down, whatever is fixed with a $", "[rows]") {
    check(workbook(RowMap::inserted(5, 3)), on_data,
          {{"A4", "A4"},
           {"A5", "A8"},
           {"$A5", "$A8"},
           {"A$5", "A$8"},
           {"$A$5", "$A$8"},
           {"A4+A5*A6", "A4+A8*A9"},
           {"a5", "A8"},
           {"-B7%^2", "-B10%^2"},
           {"IF(A5>A4,\"A5\",A6)", "IF(A8>A4,\"A5\",A9)"},
           {"XFD1048573", "XFD1048576"},
           {"A1&A10&A100", "A1&A13&A103"}});
}

TEST_CASE("a range that spans inserted rows grows; one that ends before them or begins at them does not",
          "[rows]") {
    check(workbook(RowMap::inserted(5, 3)), on_data,
          {{"SUM(A1:A4)", "SUM(A1:A4)"},
           {"SUM(A4:A5)", "SUM(A4:A8)"},
           {"SUM(A1:A10)", "SUM(A1:A13)"},
           {"SUM(A5:A10)", "SUM(A8:A13)"},
           {"SUM(A5:A5)", "SUM(A8:A8)"},
           {"SUM(A$1:A9)", "SUM(A$1:A12)"},
           {"SUM($A$1:$B$5)", "SUM($A$1:$B$8)"},
           {"SUM(A9:A2)", "SUM(A2:A12)"},
           {"SUM(A1:A4,A5:A9)", "SUM(A1:A4,A8:A12)"},
           {"SUM(A1:A9 A3:C3)", "SUM(A1:A12 A3:C3)"},
           {"COUNTIF(B$2:B$20,B5)", "COUNTIF(B$2:B$23,B8)"},
           {"A1:INDEX(B1:B9,3)", "A1:INDEX(B1:B12,3)"},
           {"A5:INDEX(A:A,9)", "A8:INDEX(A:A,9)"}});
}

TEST_CASE("whole columns stay and whole rows move", "[rows]") {
    check(workbook(RowMap::inserted(5, 3)), on_data,
          {{"SUM(A:A)", "SUM(A:A)"},
           {"SUM($A:$C)", "SUM($A:$C)"},
           {"SUM(5:5)", "SUM(8:8)"},
           {"SUM(3:5)", "SUM(3:8)"},
           {"SUM($3:$4)", "SUM($3:$4)"},
           {"SUM($5:$9)", "SUM($8:$12)"},
           {"SUM(1:1048576)", "SUM(1:1048576)"},
           {"SUM(A1:A1048576)", "SUM(A1:A1048576)"},
           {"SUM(A2:A1048576)", "SUM(A2:A1048576)"},
           {"SUM(A9:A1048576)", "SUM(A12:A1048576)"}});
}

TEST_CASE("what only looks like a reference is left as it is", "[rows]") {
    check(workbook(RowMap::inserted(5, 3)), on_data,
          {{"LOG10(A9)", "LOG10(A12)"},
           {"LOG10(100)+ATAN2(B9,5)", "LOG10(100)+ATAN2(B12,5)"},
           {"BIN2DEC(A9)+HEX2DEC(\"A9\")", "BIN2DEC(A12)+HEX2DEC(\"A9\")"},
           {"R9C9+R1C1", "R9C9+R1C1"},
           {"RC+C9", "RC+C12"},
           {"_A9+A9_total+A9.rate+Total_A9", "_A9+A9_total+A9.rate+Total_A9"},
           {"\\A9+A9", "\\A9+A12"},
           {"\"A9 and \"\"B9\"\"\"&A9", "\"A9 and \"\"B9\"\"\"&A12"},
           {"Table1[A9]+Table1[[#This Row],[B9]]", "Table1[A9]+Table1[[#This Row],[B9]]"},
           {"Table1[It's ']A9]+A9", "Table1[It's ']A9]+A12"},
           {"XFE9+A1048577+ABCD9", "XFE9+A1048577+ABCD9"},
           {"1E5+2.5E+7+A9", "1E5+2.5E+7+A12"},
           {"{1,2;\"A9\",3}", "{1,2;\"A9\",3}"},
           {"#REF!+#N/A+A9", "#REF!+#N/A+A12"},
           {"TRUE+A9", "TRUE+A12"},
           {"INDIRECT(\"A9\")", "INDIRECT(\"A9\")"},
           {"_xlfn.XLOOKUP(A9,B1:B9,C1:C9)", "_xlfn.XLOOKUP(A12,B1:B12,C1:C12)"},
           {"_xlfn.ANCHORARRAY(A9)", "_xlfn.ANCHORARRAY(A12)"},
           {"_xlfn.SINGLE(A9:A12)", "_xlfn.SINGLE(A12:A15)"},
           {"_xlfn.LAMBDA(_xlpm.a9,_xlpm.a9+A9)", "_xlfn.LAMBDA(_xlpm.a9,_xlpm.a9+A12)"}});
}

TEST_CASE("references to the sheet from others move, and references from it to others stay", "[rows]") {
    const Movement movement = workbook(RowMap::inserted(5, 3));
    check(movement, on_other,
          {{"A9", "A9"},
           {"Data!A9", "Data!A12"},
           {"DATA!A9", "DATA!A12"},
           {"'Data'!A9", "'Data'!A12"},
           {"SUM(Data!$A$1:$A$9)", "SUM(Data!$A$1:$A$12)"},
           {"SUM(Data!A1:Data!A9)", "SUM(Data!A1:Data!A12)"},
           {"SUM(Data!5:9)+SUM(Data!A:C)", "SUM(Data!8:12)+SUM(Data!A:C)"},
           {"VLOOKUP(A9,Data!A5:C99,2,FALSE)", "VLOOKUP(A9,Data!A8:C102,2,FALSE)"},
           {"Gone!A9+#REF!A9", "Gone!A9+#REF!A9"}});
    check(movement, on_data,
          {{"Other!A9+A9", "Other!A9+A12"},
           {"'Year end'!A9&A9", "'Year end'!A9&A12"},
           {"'O''Neill'!A9+A9", "'O''Neill'!A9+A12"},
           {"A1!A9+A9", "A1!A9+A12"},
           {"[1]Data!A9+A9", "[1]Data!A9+A12"},
           {"'[Plan 2025.xlsx]Data'!A9", "'[Plan 2025.xlsx]Data'!A9"},
           {"'C:\\plans\\[p.xlsx]Data'!A9", "'C:\\plans\\[p.xlsx]Data'!A9"},
           {"[1]!Total+A9", "[1]!Total+A12"},
           {"Data!Total+A9", "Data!Total+A12"}});
}

TEST_CASE("a reference through several sheets stays unless all of them are shifted alike", "[rows]") {
    Movement movement(xlsx::Motion::shift);
    for (const char* sheet : {"Q1", "Q2", "Q3", "Q4"})
        movement.add(sheet, std::string_view(sheet) < "Q3" ? RowMap::inserted(5, 3) : RowMap());
    movement.add("Data", RowMap());
    check(movement, Home{4},
          {{"SUM(Q1:Q4!B9)", "SUM(Q1:Q4!B9)"},
           {"SUM(Q1:Q2!B9)", "SUM(Q1:Q2!B12)"},
           {"SUM(Q2:Q1!B2:B9)", "SUM(Q2:Q1!B2:B12)"},
           {"SUM('Q1:Q2'!B9)", "SUM('Q1:Q2'!B12)"},
           {"SUM(Q1:'Q2'!B9)", "SUM(Q1:'Q2'!B12)"},
           {"SUM('Q1':'Q2'!B9)+B9", "SUM('Q1':'Q2'!B12)+B9"},
           {"SUM(Q3:Q4!B9)", "SUM(Q3:Q4!B9)"},
           {"SUM(Q1:Q4!B:B)", "SUM(Q1:Q4!B:B)"},
           {"SUM(Q1:Q4!B2)", "SUM(Q1:Q4!B2)"},
           {"SUM([1]Q1:Q2!B9)", "SUM([1]Q1:Q2!B9)"}});
}

TEST_CASE("cells below deleted rows move up, and a range that spans them shrinks", "[rows]") {
    check(workbook(RowMap::removed(5, 7)), on_data,
          {{"A4", "A4"},
           {"A8", "A5"},
           {"$A$8", "$A$5"},
           {"SUM(A1:A10)", "SUM(A1:A7)"},
           {"SUM(A5:A10)", "SUM(A5:A7)"},
           {"SUM(A6:A10)", "SUM(A5:A7)"},
           {"SUM(A1:A6)", "SUM(A1:A4)"},
           {"SUM(A1:A7)", "SUM(A1:A4)"},
           {"SUM(A4:A8)", "SUM(A4:A5)"},
           {"SUM(A7:A8)", "SUM(A5:A5)"},
           {"SUM($A$2:A9)", "SUM($A$2:A6)"},
           {"SUM(8:9)", "SUM(5:6)"},
           {"SUM(4:6)", "SUM(4:4)"},
           {"SUM(A:A)", "SUM(A:A)"},
           {"SUM(A1:A1048576)", "SUM(A1:A1048576)"}});
}

TEST_CASE("a reference to nothing but deleted rows becomes #REF!", "[rows]") {
    const Movement movement = workbook(RowMap::removed(5, 7));
    check(movement, on_data,
          {{"A5", "#REF!"},
           {"A5+A8", "#REF!+A5"},
           {"SUM(A5:A7)", "SUM(#REF!)"},
           {"SUM(A6:$B$6)", "SUM(#REF!)"},
           {"SUM(A1:A4,A5:A7,A8)", "SUM(A1:A4,#REF!,A5)"},
           {"SUM(5:6)", "SUM(#REF!)"},
           {"Data!A6", "#REF!"},
           {"\"A6\"&A6", "\"A6\"&#REF!"},
           {"Other!A6", "Other!A6"}});
    check(movement, on_other,
          {{"Data!A5", "#REF!"},
           {"SUM(Data!A5:A7)", "SUM(#REF!)"},
           {"SUM(Data!A5:A8)", "SUM(Data!A5:A5)"},
           {"A5", "A5"},
           {"[1]Data!A5", "[1]Data!A5"}});
}

TEST_CASE("what is pushed off the sheet's end becomes #REF!", "[rows]") {
    check(workbook(RowMap::inserted(5, 3)), on_data,
          {{"A1048574", "#REF!"},
           {"SUM(A1048574:A1048576)", "SUM(#REF!)"},
           {"SUM(A1048570:A1048576)", "SUM(A1048573:A1048576)"}});
}

TEST_CASE("what is relative in a name stays, since it is counted from where the name is used", "[rows]") {
    const Movement movement = workbook(RowMap::inserted(5, 3));
    const auto moved = [&](std::string text) {
        return movement.moved(Formula(std::move(text)), {.anywhere = true}).value();
    };
    CHECK(moved("Data!$A$9") == "Data!$A$12");
    CHECK(moved("Data!A$9:B$9") == "Data!A$12:B$12");
    CHECK(moved("Data!A9") == "Data!A9");
    CHECK(moved("SUM(Data!$A$2:$A9)") == "SUM(Data!$A$2:$A9)");
}
