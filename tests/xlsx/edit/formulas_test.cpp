// Formulas: a cached value is right or it is not there, and no formula is left orphaned.
#include "tests/xlsx/edit/editing.h"
#include "xlsx/lint/lint.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace support;
using Catch::Matchers::ContainsSubstring;
using cells::Decimal;

TEST_CASE("a formula's text that stands in line makes room for its new value", "[annotate][formulas]") {
    CHECK(
        rows_after(
            R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><f>A1+1</f><is><t>2</t></is></c></row>)",
            {value("Sheet1!A1", cells::Decimal(2))})
        == R"(<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1+1</f><v>3</v></c></row>)");
}

TEST_CASE("formulas that depend on what is written get new values or none, however indirectly",
          "[annotate][formulas]") {
    const auto parts = texts(annotated(archive(rich_parts()), on_cells({value("Return!C5", Decimal(13))})));
    CHECK_THAT(parts.at("xl/worksheets/sheet1.xml"),
               ContainsSubstring("<c r=\"C6\"><f>SUM(C4:C5)</f><v>13.947</v></c>"));
    CHECK_THAT(parts.at("xl/worksheets/sheet2.xml"),
               ContainsSubstring("<c r=\"A1\"><f>Return!C6*2</f><v>27.894</v></c>"));
    CHECK_THAT(parts.at("xl/worksheets/sheet2.xml"), ContainsSubstring("<c r=\"A2\"><f>A1+Total</f></c>"));
    CHECK_THAT(parts.at("xl/worksheets/sheet2.xml"), ContainsSubstring("<c r=\"A3\"><f>1+1</f><v>2</v></c>"));
    CHECK_THAT(parts.at("xl/workbook.xml"),
               ContainsSubstring("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>"));
}

TEST_CASE("where no formula depends on what is written, nothing is calculated anew", "[annotate][formulas]") {
    const std::string before = archive(rich_parts());
    const std::string file =
        annotated(before, on_cells({value("Return!D5", "Green"), note("Return!C5", "Check.")}));
    CHECK(part_text(file, "xl/worksheets/sheet2.xml") == part_text(before, "xl/worksheets/sheet2.xml"));
    CHECK_THAT(part_text(file, "xl/workbook.xml"), ContainsSubstring("<calcPr calcId=\"191029\"/>"));
}

// The second row's formula, after 5 is written in A1.
static std::string after_writing_a1(const std::string& formula) {
    const std::string rows =
        rows_after(R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><f>)" + formula
                       + "</f><v>1</v></c></row>",
                   {value("Sheet1!A1", Decimal(5))});
    return rows.substr(rows.find("<row r=\"2\">"));
}

TEST_CASE("a formula that does not say what it refers to is taken to refer to anything",
          "[annotate][formulas]") {
    for (const std::string formula :
         {"A1", "$A$1+1", "SUM(A:A)", "SUM(1:1)", "Sheet1!A1", "'Sheet1'!A1", "INDIRECT(B9)",
          "OFFSET(C9,0,0)", "SUM(C9:INDEX(C:C,2))", "NoSuchName*2", "Table1[Actual]"})
        CHECK_THAT(after_writing_a1(formula), !ContainsSubstring("<v>1</v>"));
    for (const std::string formula :
         {"B1", "SUM(B:B)", "SUM(2:9)", "LOG10(3)", "\"A1\"&amp;B2", "[1]Sheet1!A1", "TRUE", "#N/A", "1E5"})
        CHECK(after_writing_a1(formula)
              == "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>" + formula + "</f><v>1</v></c></row>");
}

TEST_CASE("tables are known by their range", "[annotate][formulas]") {
    Parts parts = rich_parts();
    std::string& sheet = text_of(parts, "xl/worksheets/sheet2.xml");
    sheet.replace(sheet.find("1+1"), 3, "COUNTA(Indicators[Status])");
    const std::string before = archive(parts);
    CHECK_THAT(
        part_text(annotated(before, on_cells({value("Return!D5", "Green")})), "xl/worksheets/sheet2.xml"),
        ContainsSubstring("<f>COUNTA(Indicators[Status])</f></c>"));
    CHECK_THAT(
        part_text(annotated(before, on_cells({value("Return!F9", "Green")})), "xl/worksheets/sheet2.xml"),
        ContainsSubstring("<f>COUNTA(Indicators[Status])</f><v>2</v></c>"));
}

TEST_CASE("a formula that is written over leaves the calculation chain", "[annotate][formulas]") {
    const std::string before = archive(rich_parts());
    const std::string file = annotated(before, on_cells({value("Lists!A2", Decimal(1))}));
    CHECK_THAT(
        part_text(file, "xl/calcChain.xml"),
        ContainsSubstring("<c r=\"A1\" i=\"4\"/><c r=\"C6\" i=\"1\"/><c r=\"A3\" i=\"4\"/></calcChain>"));
    CHECK(texts(cleared(file)) == texts(before));

    const std::string all =
        annotated(before, on_cells({value("Lists!A1", Decimal(1)), value("Lists!A2", Decimal(1)),
                                    value("Lists!A3", Decimal(1)), value("Return!C6", Decimal(1))}));
    CHECK_FALSE(texts(all).contains("xl/calcChain.xml"));
    CHECK(texts(cleared(all)) == texts(before));
    CHECK(texts(annotated(all, on_cells({value("Lists!A2", Decimal(1))}))) == texts(file));
    auto package = open_workbook(all);
    CHECK(xlsx::lint(package).empty());
}

TEST_CASE("a shared formula whose first cell is written over is handed on to the next",
          "[annotate][formulas]") {
    const std::string rows =
        R"(<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$D$1</f><v>1</v></c></row>)"
        R"(<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>)"
        R"(<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>)";
    CHECK(rows_after(rows, {value("Sheet1!B1", "Red")})
          == R"(<row r="1"><c r="B1" t="inlineStr"><is><t>Red</t></is></c></row>)"
             R"(<row r="2"><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*$D$1</f><v>2</v></c></row>)"
             R"(<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>)");
    CHECK(rows_after(rows, {value("Sheet1!B1", "Red"), value("Sheet1!B2", "Red"), value("Sheet1!B3", "Red")})
              .find("<f")
          == std::string::npos);
    CHECK_THAT(rows_after(rows, {value("Sheet1!A2", Decimal(7))}),
               ContainsSubstring("<f t=\"shared\" si=\"0\"/><v>0</v></c></row><row r=\"3\"><c r=\"B3\"><f "
                                 "t=\"shared\" si=\"0\"/><v>3</v>"));
}

TEST_CASE("an array formula that depends on what is written loses all its values", "[annotate][formulas]") {
    const std::string rows =
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row>)"
        R"(<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>4</v></c><c r="C2"><f>B2</f><v>4</v></c></row>)";
    CHECK(rows_after(rows, {value("Sheet1!A2", Decimal(3))})
          == R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f></c></row>)"
             R"(<row r="2"><c r="A2"><v>3</v></c><c r="B2"></c><c r="C2"><f>B2</f></c></row>)");
}
