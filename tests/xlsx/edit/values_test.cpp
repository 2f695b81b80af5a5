// Values written into cells, and cells that may not be written.
#include "tests/xlsx/edit/editing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace support;
using Catch::Matchers::ContainsSubstring;
using cells::Date;
using cells::Decimal;

static const std::string red = "<c r=\"B2\" t=\"inlineStr\"><is><t>Red</t></is></c>";

TEST_CASE("a value replaces what its cell holds, and the cell keeps its format", "[annotate][values]") {
    CHECK(
        rows_after(R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="0" t="b"><v>1</v></c></row>)",
                   {value("Sheet1!B2", "Red")})
        == R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="0" t="inlineStr"><is><t>Red</t></is></c></row>)");
    CHECK(rows_after(R"(<row r="2"><c r="B2"/></row>)", {value("Sheet1!B2", Decimal::parse("0.947").value())})
          == R"(<row r="2"><c r="B2"><v>0.947</v></c></row>)");
    CHECK(
        rows_after(R"(<row r="2"><c r="B2" s="0"><v>7</v></c></row>)", {value("Sheet1!B2", std::monostate{})})
        == R"(<row r="2"><c r="B2" s="0"/></row>)");
}

TEST_CASE("a cell that is not there is put in its place", "[annotate][values]") {
    const auto mark = value("Sheet1!B2", "Red");
    CHECK(rows_after(R"(<row r="2"><c r="A2"/><c r="C2"/></row>)", {mark})
          == "<row r=\"2\"><c r=\"A2\"/>" + red + "<c r=\"C2\"/></row>");
    CHECK(rows_after(R"(<row r="2"><c r="A2"/></row>)", {mark})
          == "<row r=\"2\"><c r=\"A2\"/>" + red + "</row>");
    CHECK(rows_after(R"(<row r="1"/><row r="3"/>)", {mark})
          == "<row r=\"1\"/><row r=\"2\">" + red + "</row><row r=\"3\"/>");
    CHECK(rows_after(R"(<row r="1"/>)", {mark}) == "<row r=\"1\"/><row r=\"2\">" + red + "</row>");
}

TEST_CASE("rows without cells and sheets without rows are opened up", "[annotate][values]") {
    const auto mark = value("Sheet1!B2", "Red");
    CHECK(rows_after(R"(<row r="2" ht="30"/><row r="3"/>)", {mark})
          == "<row r=\"2\" ht=\"30\">" + red + "</row><row r=\"3\"/>");
    const std::string sheet =
        R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>)";
    CHECK(rows_after(sheet, {mark}) == "<row r=\"2\">" + red + "</row>");
}

TEST_CASE("rows and cells without addresses are counted", "[annotate][values]") {
    CHECK(rows_after("<row><c/></row><row><c/><c><v>7</v></c><c/></row>", {value("Sheet1!B2", "Red")})
          == "<row><c/></row><row><c/>" + red + "<c/></row>");
}

TEST_CASE("a sheet is written in its own prefix", "[annotate][values]") {
    const std::string sheet =
        R"(<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
    const std::string after = part_text(
        annotated(workbook({{"xl/worksheets/sheet1.xml", sheet}}),
                  on_cells({value("Sheet1!B2", "Red"), note("Sheet1!A1", "Why?"), fill("Sheet1!A1")})),
        "xl/worksheets/sheet1.xml");
    CHECK_THAT(after,
               ContainsSubstring(
                   "<x:row r=\"2\"><x:c r=\"B2\" t=\"inlineStr\"><x:is><x:t>Red</x:t></x:is></x:c></x:row>"));
    CHECK_THAT(after, ContainsSubstring("<x:dimension ref=\"A1:B2\"/>"));
    CHECK_THAT(after, ContainsSubstring("<x:conditionalFormatting sqref=\"A1\"><x:cfRule "));
    CHECK_THAT(after, ContainsSubstring("<x:legacyDrawing xmlns:r="));
}

TEST_CASE("text is written as text, whatever it looks like", "[annotate][values]") {
    CHECK(rows_after("<row r=\"1\"/>", {value("Sheet1!A1", "=1+1")})
          == "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>=1+1</t></is></c></row>");
    CHECK(rows_after("<row r=\"1\"/>", {value("Sheet1!A1", " a<b & _x0041_\n")})
          == "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a&lt;b &amp; "
             "_x005F_x0041_&#10;</t></is></c></row>");
}

TEST_CASE("text is cut to what a cell can hold", "[annotate][values]") {
    const std::string rows = rows_after("<row r=\"1\"/>", {value("Sheet1!A1", std::string(40'000, 'a'))});
    CHECK(count(rows, "a") > 32'700);
    CHECK(count(rows, "a") < 32'800);
    CHECK_THAT(rows, ContainsSubstring("a\u2026</t>"));
}

TEST_CASE("a new cell looks as its row or column says", "[annotate][values]") {
    CHECK(rows_after(R"(<row r="2" s="0" customFormat="1"/>)", {value("Sheet1!B2", "Red")})
          == "<row r=\"2\" s=\"0\" customFormat=\"1\">" + red + "</row>");
    const std::string sheet =
        R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="2" max="3" width="9" style="1"/></cols><sheetData/></worksheet>)";
    Parts parts = rich_parts();
    text_of(parts, "xl/worksheets/sheet2.xml") = sheet;
    text_of(parts, "xl/calcChain.xml") =
        R"(<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C6" i="1"/></calcChain>)";
    const std::string file =
        annotated(archive(parts), on_cells({value("Lists!B2", Decimal(1)), value("Lists!D2", Decimal(2))}));
    CHECK_THAT(part_text(file, "xl/worksheets/sheet2.xml"),
               ContainsSubstring(R"(<c r="B2" s="1"><v>1</v></c><c r="D2"><v>2</v></c>)"));
}

TEST_CASE("a date is shown as one: by the cell's own format, or by one made from it", "[annotate][values]") {
    const Date date{std::chrono::year{2016} / 9 / 30};
    Parts parts = rich_parts();
    std::string& sheet = text_of(parts, "xl/worksheets/sheet1.xml");
    sheet.replace(sheet.find("<c r=\"C1\"/>"), 11, "");
    sheet.insert(sheet.find("<row r=\"3\""),
                 R"(<row r="2"><c r="B2" s="2"/><c r="C2" s="1"/><c r="D2" s="1"/></row>)");
    const std::string file =
        annotated(archive(parts),
                  on_cells({value("Return!B2", date), value("Return!C2", date), value("Return!D2", date)}));
    CHECK_THAT(
        part_text(file, "xl/worksheets/sheet1.xml"),
        ContainsSubstring(
            R"(<c r="B2" s="2"><v>42643</v></c><c r="C2" s="3"><v>42643</v></c><c r="D2" s="3"><v>42643</v></c>)"));
    const std::string styles = part_text(file, "xl/styles.xml");
    CHECK_THAT(styles,
               ContainsSubstring(
                   R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts><fonts)"));
    CHECK_THAT(styles, ContainsSubstring(R"(<cellXfs count="4">)"));
    CHECK_THAT(
        styles,
        ContainsSubstring(
            R"(<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>)"));
}

TEST_CASE("a number is shown in the format that comes with it where its cell has none",
          "[annotate][values]") {
    Parts parts = rich_parts();
    std::string& sheet = text_of(parts, "xl/worksheets/sheet1.xml");
    sheet.insert(sheet.find("<row r=\"3\""), R"(<row r="2"><c r="B2" s="0"/><c r="C2" s="1"/></row>)");
    const auto marks = on_cells({value("Return!B2", Decimal::parse("0.947").value(), "0.0%"),
                                 value("Return!C2", Decimal::parse("0.947").value(), "0.0%"),
                                 value("Return!E2", Decimal(12), "0%")});
    const std::string before = archive(parts);
    const std::string file = annotated(before, marks);
    INFO(part_text(file, "xl/styles.xml"));
    CHECK_THAT(
        part_text(file, "xl/worksheets/sheet1.xml"),
        ContainsSubstring(
            R"(<c r="B2" s="3"><v>0.947</v></c><c r="C2" s="1"><v>0.947</v></c><c r="E2" s="4"><v>12</v></c>)"));
    CHECK_THAT(part_text(file, "xl/styles.xml"),
               ContainsSubstring(R"(<numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts)"));
    CHECK((annotated(file, marks) == file));
    CHECK(texts(cleared(file)) == texts(before));
}

TEST_CASE("a format made from one that comes in two choices is made from the one that every program may read",
          "[annotate][values]") {
    const std::string styles =
        R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><cellXfs count="1"><mc:AlternateContent><mc:Choice Requires="hs"><xf numFmtId="0" hs="1"/></mc:Choice><mc:Fallback><xf numFmtId="0" quotePrefix="1"/></mc:Fallback></mc:AlternateContent></cellXfs></styleSheet>)";
    const std::string file =
        annotated(workbook({{"xl/worksheets/sheet1.xml", "<row r=\"1\"><c r=\"A1\"/></row>"},
                            {"xl/styles.xml", styles}}),
                  on_cells({value("Sheet1!A1", Decimal(12), "0%")}));
    CHECK_THAT(
        part_text(file, "xl/styles.xml"),
        ContainsSubstring(
            R"(</mc:AlternateContent><xf numFmtId="9" quotePrefix="1" applyNumberFormat="1"/></cellXfs>)"));
}

TEST_CASE("dates count from 1904 where the workbook does", "[annotate][values]") {
    Parts parts = rich_parts();
    std::string& book = text_of(parts, "xl/workbook.xml");
    book.insert(book.find("<workbookPr ") + 12, "date1904=\"1\" ");
    const std::string file =
        annotated(archive(parts), on_cells({value("Return!D5", Date{std::chrono::year{2016} / 9 / 30})}));
    CHECK_THAT(part_text(file, "xl/worksheets/sheet1.xml"), ContainsSubstring("<v>41181</v>"));
}

TEST_CASE("merged cells are written in their top left corner", "[annotate][values]") {
    const std::string file = annotated(
        archive(rich_parts()), on_cells({value("Return!D1", "Return, Q2"), note("Return!C1", "Renamed")}));
    CHECK_THAT(part_text(file, "xl/worksheets/sheet1.xml"),
               ContainsSubstring(
                   "<c r=\"B1\" t=\"inlineStr\"><is><t>Return, Q2</t></is></c><c r=\"C1\"/><c r=\"D1\"/>"));
    CHECK_THAT(part_text(file, "xl/comments1.xml"), ContainsSubstring("<comment ref=\"B1\""));
}

TEST_CASE("a value that is there already is left alone and remembered", "[annotate][values]") {
    const std::string before = archive(rich_parts());
    const std::string file = annotated(before, on_cells({value("Return!D4", "Amber")}));
    CHECK(part_text(file, "xl/worksheets/sheet1.xml") == part_text(before, "xl/worksheets/sheet1.xml"));
    auto package = open_workbook(file);
    CHECK(xlsx::remembered(package)->size() == 1);
}

TEST_CASE("the head of a table is never written", "[annotate][values]") {
    CHECK(refusal(archive(rich_parts()), on_cells({value("Return!D3", "RAG")}))
          == "return.xlsx: Return!D3: This cell heads or totals a table, so nothing can be written there. "
             "Correct the layout: the output cell must be inside the table.");
}

TEST_CASE("part of an array formula is never written", "[annotate][values]") {
    const std::string rows =
        R"(<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>)";
    CHECK(refusal(workbook({{"xl/worksheets/sheet1.xml", rows}}), on_cells({value("Sheet1!A2", "Red")}))
          == "return.xlsx: Sheet1!A2: This cell is part of an array formula in A1:A3, and Excel does not let "
             "a part be "
             "changed. Replace the array formula by one formula a cell, or move the output cell.");
}

TEST_CASE("a sheet that is not there, or has no cells, is named", "[annotate]") {
    CHECK(refusal(archive(rich_parts()), on_cells({note("Retrun!A1", "?")}))
          == "return.xlsx: There is no sheet called 'Retrun'. Compare the sheet's name in the layout with "
             "the workbook's tabs.");
    Parts parts = rich_parts();
    std::string& related = text_of(parts, "xl/_rels/workbook.xml.rels");
    related.replace(related.find("relationships/worksheet\" Target=\"worksheets/sheet2"), 23,
                    "relationships/chartsheet");
    CHECK(refusal(archive(parts), on_cells({note("Lists!A1", "?")}))
          == "return.xlsx: Lists: This sheet is a chart, a dialog or a macro sheet and has no cells to write "
             "in. "
             "Name a worksheet in the layout.");
}

TEST_CASE("a signed workbook is refused before anything is touched", "[annotate]") {
    Parts parts = rich_parts();
    parts.emplace_back("_xmlsignatures/origin.sigs", "signed");
    auto package = open_workbook(archive(parts));
    const auto done = xlsx::annotate(package, some_of_everything(), {});
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == cells::Error::Kind::not_allowed);
    CHECK(cells::to_text(done.error())
          == "return.xlsx: The workbook carries a digital signature, which any edit would break. "
             "Ask the sender for a copy without the signature.");
    CHECK(package.touched().empty());
}
