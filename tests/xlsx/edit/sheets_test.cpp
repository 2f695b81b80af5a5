// Fills, and the sheet that lists the marks.
#include "tests/xlsx/edit/editing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace support;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("cells are filled by a rule for each pair of colours, after the sheet's own", "[annotate][fills]") {
    const std::string file =
        annotated(archive(rich_parts()), on_cells({fill("Return!D4"), fill("Return!D5"), fill("Return!B4"),
                                                   fill("Return!B5", "C6EFCE", "006100")}));
    CHECK_THAT(
        part_text(file, "xl/worksheets/sheet1.xml"),
        ContainsSubstring(
            R"(</conditionalFormatting><conditionalFormatting sqref="B5"><cfRule type="expression" dxfId="1" priority="2"><formula>N(&quot;Outturn&quot;)=0</formula></cfRule></conditionalFormatting>)"
            R"(<conditionalFormatting sqref="B4 D4:D5"><cfRule type="expression" dxfId="2" priority="3"><formula>N(&quot;Outturn&quot;)=0</formula></cfRule></conditionalFormatting><dataValidations)"));
    CHECK_THAT(part_text(file, "xl/styles.xml"), ContainsSubstring("<dxfs count=\"3\">"));
}

TEST_CASE("a fill shows though the sheet has a rule of its own for the cell", "[annotate][fills]") {
    const std::string sheet = part_text(annotated(archive(rich_parts()), on_cells({fill("Return!C4")})),
                                        "xl/worksheets/sheet1.xml");
    CHECK_THAT(sheet, ContainsSubstring("dxfId=\"0\" priority=\"2\" operator=\"lessThan\""));
    CHECK_THAT(sheet, ContainsSubstring("dxfId=\"1\" priority=\"1\"><formula>N("));
}

TEST_CASE("the list of marks is the last sheet, and each line links to its cell", "[annotate][list]") {
    const std::string file = annotated(archive(rich_parts()), some_of_everything());
    const auto parts = texts(file);
    CHECK_THAT(parts.at("xl/workbook.xml"),
               ContainsSubstring("<sheet name=\"Lists\" sheetId=\"4\" r:id=\"rId2\"/><sheet name=\"Outturn "
                                 "findings\" sheetId=\"5\" r:id="));
    const std::string& list = parts.at("xl/worksheets/sheet3.xml");
    CHECK_THAT(list, ContainsSubstring("<c r=\"A1\" s=\"3\" t=\"inlineStr\"><is><t>Findings</t></is></c>"));
    CHECK_THAT(list, ContainsSubstring("<t>Two cells need a look.</t>"));
    CHECK_THAT(list, ContainsSubstring("<c r=\"C4\" s=\"4\" t=\"inlineStr\"><is><t>What</t></is></c>"));
    CHECK_THAT(list, ContainsSubstring("<c r=\"A5\" s=\"6\" t=\"inlineStr\"><is><t>Error</t></is></c>"));
    CHECK_THAT(list, ContainsSubstring("<c r=\"A6\" s=\"5\" t=\"inlineStr\"><is><t>Note</t></is></c>"));
    CHECK_THAT(list, ContainsSubstring("<hyperlinks><hyperlink ref=\"A5\" location=\"'Return'!C4\" "
                                       "display=\"'Return'!C4\"/></hyperlinks>"));
    CHECK_THAT(list, ContainsSubstring("<conditionalFormatting sqref=\"A5\">"));
    CHECK_THAT(list, ContainsSubstring("<pane ySplit=\"4\" topLeftCell=\"A5\""));
    CHECK_THAT(list, ContainsSubstring(
                         "<oddFooter>&amp;LWritten by Outturn 0.1.0&amp;RPage &amp;P of &amp;N</oddFooter>"));
    CHECK_THAT(parts.at("docProps/app.xml"), ContainsSubstring("<vt:i4>3</vt:i4>"));
    CHECK_THAT(parts.at("docProps/app.xml"),
               ContainsSubstring("size=\"4\" "
                                 "baseType=\"lpstr\"><vt:lpstr>Return</vt:lpstr><vt:lpstr>Lists</"
                                 "vt:lpstr><vt:lpstr>Outturn findings</vt:lpstr><vt:lpstr>Total"));
}

TEST_CASE("a sheet of that name that is not ours is left, and ours gets another", "[annotate][list]") {
    Parts parts = rich_parts();
    std::string& book = text_of(parts, "xl/workbook.xml");
    book.replace(book.find("name=\"Lists\""), 12, "name=\"OUTTURN findings\"");
    cells::Marks marks;
    marks.list_sheet = "Outturn findings";
    const std::string file = annotated(archive(parts), marks);
    CHECK_THAT(part_text(file, "xl/workbook.xml"), ContainsSubstring("name=\"Outturn findings (2)\""));
    CHECK(part_text(file, "docProps/app.xml")
          == text_of(parts, "docProps/app.xml")); // its list was not sound before
    CHECK(part_text(cleared(file), "xl/workbook.xml") == book);
}

TEST_CASE("a name that Excel does not take is made one that it takes", "[annotate][list]") {
    cells::Marks marks;
    marks.list_sheet = "'Findings: Q1/Q2 of all services and partners'";
    CHECK_THAT(part_text(annotated(archive(rich_parts()), marks), "xl/workbook.xml"),
               ContainsSubstring("name=\"Findings  Q1 Q2 of all services\""));
}

TEST_CASE("sheet names with apostrophes and ampersands are linked to", "[annotate][list]") {
    Parts parts = rich_parts();
    std::string& book = text_of(parts, "xl/workbook.xml");
    book.replace(book.find("name=\"Lists\""), 12, "name=\"Children's R&amp;D\"");
    cells::Marks marks;
    marks.list_sheet = "Findings";
    marks.list_head = {"What"};
    marks.list = {{"Children's R&D", {2, 1}, {"Look"}, std::nullopt}};
    CHECK_THAT(part_text(annotated(archive(parts), marks), "xl/worksheets/sheet3.xml"),
               ContainsSubstring("location=\"'Children''s R&amp;D'!A2\""));
}

TEST_CASE("a workbook without styles gets the few that marks need", "[annotate][fills]") {
    Parts parts = rich_parts();
    text_of(parts, "xl/styles.xml").clear();
    std::erase_if(parts, [](const auto& part) { return part.first == "xl/styles.xml"; });
    std::string& types = text_of(parts, "[Content_Types].xml");
    const auto override_at = types.find("<Override PartName=\"/xl/styles.xml\"");
    types.erase(override_at, types.find("/>", override_at) + 2 - override_at);
    std::string& related = text_of(parts, "xl/_rels/workbook.xml.rels");
    const auto related_at = related.find("<Relationship Id=\"rId3\"");
    related.erase(related_at, related.find("/>", related_at) + 2 - related_at);
    std::string& sheet = text_of(parts, "xl/worksheets/sheet1.xml");
    sheet.replace(sheet.find(" s=\"1\""), 6, "");
    sheet.replace(sheet.find(" dxfId=\"0\""), 10, "");

    const std::string file = annotated(archive(parts), some_of_everything());
    CHECK_THAT(part_text(file, "xl/styles.xml"), ContainsSubstring("<dxfs count=\"2\">"));
    CHECK(texts(cleared(file)) == texts(archive(parts)));
}

TEST_CASE("a workbook with as many sheets as we read gets no sheet more", "[annotate]") {
    xlsx::Limits limits;
    limits.sheets = 2;
    auto package = xlsx::Package::open(archive(rich_parts()), "return.xlsx", limits).value();
    const auto done = xlsx::annotate(package, some_of_everything(), {});
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == cells::Error::Kind::too_large);
    CHECK_THAT(cells::to_text(done.error()),
               ContainsSubstring("There are more than 1 sheets beside our own"));
}

TEST_CASE("ids that lead nowhere do not come to mean formats of ours", "[annotate][fills]") {
    const std::string styles =
        R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><cellXfs count="1"><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>)";
    cells::Marks marks = on_cells({note("Sheet1!A1", "Why?")});
    marks.list_sheet = "Findings";
    const std::string after =
        part_text(annotated(workbook({{"xl/styles.xml", styles}}), marks), "xl/styles.xml");
    CHECK_THAT(after,
               ContainsSubstring(R"(<name val="Arial"/></font><font><sz val="11"/><name val="Calibri"/>)"));
    CHECK_THAT(after, ContainsSubstring(R"(<fills count="3"><fill><patternFill patternType="none"/></fill>)"
                                        R"(<fill><patternFill patternType="gray125"/></fill><fill>)"));
    CHECK_THAT(after, ContainsSubstring(R"(<borders count="1"><border>)"));
}

TEST_CASE("the titles of a workbook gain our sheet though Excel leaves out those that only macros can show",
          "[annotate]") {
    Parts parts = rich_parts();
    std::string& book = text_of(parts, "xl/workbook.xml");
    book.insert(book.find("<sheet name=\"Lists\" ") + 20, "state=\"veryHidden\" ");
    std::string& app = text_of(parts, "docProps/app.xml");
    const auto cut = [&](const std::string& was, const std::string& is) {
        REQUIRE(app.find(was) != std::string::npos);
        app.replace(app.find(was), was.size(), is);
    };
    cut("<vt:lpstr>Lists</vt:lpstr>", "");
    cut("<vt:i4>2</vt:i4>", "<vt:i4>1</vt:i4>");
    cut("<vt:vector size=\"3\"", "<vt:vector size=\"2\"");
    const std::string file = annotated(archive(parts), some_of_everything());
    CHECK_THAT(part_text(file, "docProps/app.xml"),
               ContainsSubstring("<vt:lpstr>Return</vt:lpstr><vt:lpstr>Outturn findings</vt:lpstr>"));
    CHECK(texts(cleared(file)) == texts(archive(parts)));
}

TEST_CASE("a strict workbook is written in its own namespaces", "[annotate]") {
    Parts parts = rich_parts();
    for (auto& [name, text] : parts) {
        const auto all = [&](const std::string& was, const std::string& is) {
            for (auto at = text.find(was); at != std::string::npos; at = text.find(was, at + is.size()))
                text.replace(at, was.size(), is);
        };
        all("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");
        all("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");
        all("relationships/extended-properties", "relationships/extendedProperties");
    }
    const std::string file = annotated(archive(parts), some_of_everything());
    const auto after = texts(file);
    CHECK_THAT(after.at("xl/worksheets/sheet3.xml"),
               ContainsSubstring("<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">"));
    CHECK_THAT(after.at("xl/_rels/workbook.xml.rels"),
               ContainsSubstring("Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
                                 "Target=\"worksheets/sheet3.xml\""));
    CHECK(texts(cleared(file)) == texts(archive(parts)));
}
