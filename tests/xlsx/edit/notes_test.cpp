// Notes: beside what the sheet has, below what the sender wrote, and none where Excel would drop them.
#include "tests/xlsx/edit/editing.h"
#include "xlsx/edit/note_box.h"
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/lint/lint.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <set>

using namespace support;
using Catch::Matchers::ContainsSubstring;

static const std::string two_rows =
    R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>)";

TEST_CASE("a first note brings a comments part, a drawing, and what ties them to the sheet",
          "[annotate][notes]") {
    const auto parts = texts(annotated(workbook({{"xl/worksheets/sheet1.xml", two_rows}}),
                                       on_cells({note("Sheet1!B2", "More than the target.\nWell done.")})));
    CHECK(parts.at("xl/comments1.xml")
          == "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
             "<comments "
             "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Outturn</"
             "author></authors>"
             "<commentList><comment ref=\"B2\" authorId=\"0\"><text><r><rPr><b/><sz val=\"9\"/><color "
             "indexed=\"81\"/>"
             "<rFont val=\"Tahoma\"/><family val=\"2\"/></rPr><t>Checked by Outturn:</t></r><r><rPr><sz "
             "val=\"9\"/><color indexed=\"81\"/>"
             "<rFont val=\"Tahoma\"/><family val=\"2\"/></rPr><t xml:space=\"preserve\">&#10;More than the "
             "target.&#10;Well done.</t></r>"
             "</text></comment></commentList></comments>");
    CHECK_THAT(parts.at("xl/drawings/vmlDrawing1.vml"),
               ContainsSubstring("<x:Row>1</x:Row><x:Column>1</x:Column>"));
    CHECK_THAT(parts.at("xl/worksheets/sheet1.xml"),
               ContainsSubstring("</sheetData><legacyDrawing r:id=\"rId2\"/></worksheet>"));
    CHECK_THAT(parts.at("xl/worksheets/_rels/sheet1.xml.rels"),
               ContainsSubstring("Target=\"../comments1.xml\""));
    CHECK_THAT(parts.at("xl/worksheets/_rels/sheet1.xml.rels"),
               ContainsSubstring("Target=\"../drawings/vmlDrawing1.vml\""));
    CHECK_THAT(parts.at("[Content_Types].xml"), ContainsSubstring("PartName=\"/xl/comments1.xml\""));
}

TEST_CASE("our text goes below the sender's own, which stays as it is", "[annotate][notes]") {
    const std::string file =
        annotated(archive(rich_parts()), on_cells({note("Return!C5", "Not comparable.")}));
    const std::string comments = part_text(file, "xl/comments1.xml");
    CHECK_THAT(comments,
               ContainsSubstring(
                   "<comment ref=\"C5\" authorId=\"0\"><text><r><t>Two homes to be confirmed</t></r><r>"));
    CHECK_THAT(comments, ContainsSubstring("<t xml:space=\"preserve\">&#10;Checked by Outturn:</t>"));
    CHECK_THAT(comments, ContainsSubstring("&#10;Not comparable.</t></r></text>"));
    CHECK(count(comments, "<comment ") == 1);
    CHECK_THAT(comments, ContainsSubstring("<author>Pat Lee</author></authors>"));
    const std::string drawing = part_text(file, "xl/drawings/vmlDrawing1.vml");
    CHECK(count(drawing, "ObjectType=\"Note\"") == 1);
    CHECK_THAT(drawing, !ContainsSubstring("3, 15, 3, 2, 5, 31, 7, 1")); // the box has room for our lines
    CHECK_THAT(drawing, ContainsSubstring("<x:Anchor>3, 15, 3, 2, 5, 31, "));
}

TEST_CASE("a drawing with form controls keeps them, though it is not well-formed", "[annotate][notes]") {
    const std::string before = archive(rich_parts());
    const std::string file = annotated(before, on_cells({note("Return!C4", "Check.")}));
    const std::string drawing = part_text(file, "xl/drawings/vmlDrawing1.vml");
    const std::string old = part_text(before, "xl/drawings/vmlDrawing1.vml");
    CHECK(drawing.starts_with(old.substr(0, old.size() - 6)));
    CHECK_THAT(drawing, ContainsSubstring("<v:shape id=\"_x0000_s1027\""));
    CHECK_THAT(drawing, ContainsSubstring("Submit<br>return"));
}

TEST_CASE("a cell with a threaded comment is left alone", "[annotate][notes]") {
    Parts parts = rich_parts();
    text_of(parts, "xl/comments1.xml") =
        R"(<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={8D2B1A1C-0000-4000-8000-000000000001}</author></authors><commentList><comment ref="C5" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>)";
    const std::string before = archive(parts);
    const std::string file = annotated(before, on_cells({note("Return!C5", "Not comparable.")}));
    CHECK(part_text(file, "xl/comments1.xml") == part_text(before, "xl/comments1.xml"));
    CHECK(part_text(file, "xl/drawings/vmlDrawing1.vml") == part_text(before, "xl/drawings/vmlDrawing1.vml"));

    const std::string other =
        annotated(before, on_cells({note("Return!C5", "Not comparable."), note("Return!C4", "Check.")}));
    CHECK(count(part_text(other, "xl/comments1.xml"), "<comment ") == 2);
    CHECK_THAT(part_text(other, "xl/comments1.xml"), !ContainsSubstring("Not comparable"));
}

TEST_CASE("box numbers are unique in the workbook, and more than 1,023 take another block",
          "[annotate][notes]") {
    cells::Marks marks;
    for (std::uint32_t row = 1; row <= 1'500; ++row) {
        cells::Mark mark = note("Lists!A1", "Check.");
        mark.at.row = row;
        marks.cells.push_back(mark);
    }
    marks.cells.push_back(note("Return!C4", "Check."));
    const std::string file = annotated(archive(rich_parts()), marks);
    const std::string first = part_text(file, "xl/drawings/vmlDrawing1.vml");
    const std::string second = part_text(file, "xl/drawings/vmlDrawing2.vml");
    const auto old = xlsx::read_vml(first);
    const auto added = xlsx::read_vml(second);
    CHECK(old.blocks == std::vector<std::uint32_t>{1});
    CHECK(added.blocks == std::vector<std::uint32_t>{2, 3});
    CHECK(added.notes.size() == 1'500);
    CHECK(std::set(added.shape_ids.begin(), added.shape_ids.end()).size() == 1'500);
    auto package = open_workbook(file);
    CHECK(xlsx::lint(package).empty());
}

TEST_CASE("a box stands beside its cell, within the grid, and is as high as its text needs", "[notes]") {
    const auto sheet = xlsx::outline("<worksheet><sheetData/></worksheet>").value();
    const xlsx::SheetGrid grid(sheet, {});
    const auto box = [&](cells::Address at, const std::string& text) {
        return xlsx::note_anchor(grid, at, text);
    };
    CHECK(xlsx::to_text(box({5, 2}, "Short")) == "2, 15, 3, 10, 6, 29, 4, 13");
    CHECK(box({5, 2}, std::string(400, 'a') + " b")[6] > box({5, 2}, "Short")[6] + 5);
    for (const cells::Address corner :
         {cells::Address{1, 1}, cells::Address{cells::last_row, cells::last_column}}) {
        const auto anchor = box(corner, std::string(2'000, 'x'));
        CHECK(anchor[0] <= anchor[4]);
        CHECK(anchor[2] <= anchor[6]);
        CHECK(anchor[4] < cells::last_column);
        CHECK(anchor[6] < cells::last_row);
    }
}

TEST_CASE("an anchor is read as eight numbers within the grid", "[notes]") {
    CHECK(xlsx::parse_anchor(" 3, 15,1, 10, 5,20, 6, 4 ").has_value());
    CHECK_FALSE(xlsx::parse_anchor("3, 15, 1, 10, 5, 20, 6"));
    CHECK_FALSE(xlsx::parse_anchor("3, 15, 1, 10, 16384, 20, 6, 4"));
    CHECK_FALSE(xlsx::parse_anchor("auto"));
}
