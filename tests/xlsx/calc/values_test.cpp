// What formulas come to when a cell that they look at is written: Excel's value, or none.
#include "tests/xlsx/edit/editing.h"

#include <catch2/catch_test_macros.hpp>

using support::rows_after;
using support::value;

// What D1 shows, with 7 written in A1; "none" where that is left to Excel. A2 = 0.1, A3 = 0.2, A4 = "Red",
// A5 = TRUE, A6 = #N/A, A7 = 1.005, A8 = "3 May"; B1 to B3 = 10, 20, 30; nothing in A9.
static std::string shown(std::string formula) {
    for (const auto& [sign, entity] : {std::pair{"<", "&lt;"}, std::pair{">", "&gt;"}})
        for (std::size_t at = 0; (at = formula.find(sign, at)) != std::string::npos; at += 4)
            formula.replace(at, 1, entity);
    // The formula looks at A1 in any case.
    const std::string rows = rows_after(
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>10</v></c><c r="D1"><f>IF(A1=7,)" + formula
            + R"()</f><v>99</v></c></row>)"
              R"(<row r="2"><c r="A2"><v>0.1</v></c><c r="B2"><v>20</v></c></row>)"
              R"(<row r="3"><c r="A3"><v>0.2</v></c><c r="B3"><v>30</v></c></row>)"
              R"(<row r="4"><c r="A4" t="inlineStr"><is><t>Red</t></is></c></row>)"
              R"(<row r="5"><c r="A5" t="b"><v>1</v></c></row><row r="6"><c r="A6" t="e"><v>#N/A</v></c></row>)"
              R"(<row r="7"><c r="A7"><v>1.005</v></c></row>)"
              R"(<row r="8"><c r="A8" t="inlineStr"><is><t>3 May</t></is></c></row>)",
        {value("Sheet1!A1", cells::Decimal(7))});
    const auto cell = rows.find("<c r=\"D1\"");
    const auto end = rows.find("</c>", cell);
    const auto type = rows.substr(cell, rows.find('>', cell) - cell);
    const auto v = rows.find("<v>", cell);
    if (v == std::string::npos || v > end) return "none";
    const std::string text = rows.substr(v + 3, rows.find("</v>", v) - v - 3);
    if (type.find("t=\"b\"") != std::string::npos) return text == "1" ? "TRUE" : "FALSE";
    return type.find("t=\"str\"") != std::string::npos ? "'" + text + "'" : text;
}

TEST_CASE("operators have Excel's rank and go from left to right", "[calc]") {
    CHECK(shown("-2^2") == "4");
    CHECK(shown("2^3^2") == "64");
    CHECK(shown("20/2/5") == "2");
    CHECK(shown("2+3*4-1") == "13");
    CHECK(shown("50%*B1") == "5");
    CHECK(shown("A1&\"b\"&1+1") == "'7b2'");
    CHECK(shown("1+1=2") == "TRUE");
}

TEST_CASE("sums pass over texts and empty cells, and an error is everybody's error", "[calc]") {
    CHECK(shown("SUM(B1:B3,A1)") == "67");
    CHECK(shown("SUM(A1:A4)") == "7.3");
    CHECK(shown("AVERAGE(B1:B9)") == "20");
    CHECK(shown("COUNT(A1:A4)") == "3");
    CHECK(shown("COUNTA(A1:A9)") == "8");
    CHECK(shown("AVERAGE(A9)") == "#DIV/0!");
    CHECK(shown("SUM(A1:A3,A6)") == "#N/A");
    CHECK(shown("IFERROR(A6,0)") == "0");
    CHECK(shown("SUM(A1:A5)") == "none"); // a truth: not every program passes over it
}

TEST_CASE("words are compared without regard to case, and nothing is like no text", "[calc]") {
    CHECK(shown("A4=\"RED\"") == "TRUE");
    CHECK(shown("A9=\"\"") == "TRUE");
    CHECK(shown("COUNTIF(A1:A4,\"red\")") == "1");
    CHECK(shown("COUNTIF(B1:B3,\">=20\")") == "2");
    CHECK(shown("SUMIF(B1:B3,\">10\")") == "50");
    CHECK(shown("COUNTIF(A1:A4,\"R*\")") == "none");
    CHECK(shown("LEFT(A4,2)&LEN(A4)") == "'Re3'");
}

TEST_CASE("lists are searched for exact matches only", "[calc]") {
    CHECK(shown("MATCH(20,B1:B3,0)") == "2");
    CHECK(shown("INDEX(B1:B3,2)") == "20");
    CHECK(shown("VLOOKUP(0.2,A1:B3,2,FALSE)") == "30");
    CHECK(shown("VLOOKUP(5,A1:B3,2,FALSE)") == "#N/A");
    CHECK(shown("VLOOKUP(5,A1:B3,2)") == "none");
}

TEST_CASE("numbers are rounded as they show, not as they are stored", "[calc]") {
    CHECK(shown("ROUND(A7,2)") == "1.01");
    CHECK(shown("ROUND(-2.5,0)") == "-3");
    CHECK(shown("ROUNDUP(1.1,1)") == "1.1");
    CHECK(shown("INT(-1.5)") == "-2");
}

TEST_CASE("what Excel makes of digits that nobody sees is left to Excel", "[calc]") {
    CHECK(shown("A2+A3-0.3") == "none");
    CHECK(shown("A2+A3=0.3") == "none");
    CHECK(shown("A2+A3") == "0.30000000000000004");
}

TEST_CASE("what depends on language, the clock or what is not known here is left to Excel", "[calc]") {
    for (const std::string formula :
         {"A8+1", "NOW()", "TODAY()-1", "RAND()", "TEXT(A1,\"0\")", "INDIRECT(\"A1\")", "NoSuchName",
          "A4<\"Rod\"", "[1]Sheet1!A1", "B1:B3", "D1+1", "{1,2}"})
        CHECK(shown(formula) == "none");
}

TEST_CASE("only the branch that is taken has to be known", "[calc]") {
    CHECK(shown("IF(A1>5,\"many\",TODAY())")
          == "none"); // it changes with the clock, so it is doubted as a whole
    CHECK(shown("IF(A1>5,\"many\",TEXT(A1,\"0\"))") == "'many'");
}
