// What hangs on rows and must go where they go.
#include "tests/xlsx/fill/drawn_template.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using drawn::package;
using drawn::piece;
using drawn::slots;

// Row 2 repeats; a heading above, a total below.
static constexpr auto list = R"(
    Ref         | Actual         | Status
    {{kpi.ref}} | {{kpi.actual}} | {{kpi.status}}
    Total       | =SUM(B2:B2)    |
)";

static cells::Slots three() {
    return slots(R"(
        kpi ref=A; actual=1; status=Red
        kpi ref=B; actual=2; status=Green
        kpi ref=C; actual=3; status=Red
    )");
}

// A block of a heading and two rows, in rows 2 to 6 with its markers; then a total.
static constexpr auto blocks = R"(
    Plan             |
    {{#outcome}}     |
    {{outcome.name}} |
    {{kpi.ref}}      | {{kpi.actual}}
    Owner            | =SUM(B4:B4)
    {{/outcome}}     |
    Total            |
)";

static cells::Slots two_outcomes() {
    return slots(R"(
        outcome name=Homes
          kpi ref=H1; actual=1
          kpi ref=H2; actual=2
        outcome name=Jobs
          kpi ref=J1; actual=3
    )");
}

// What the elements behind the rows become.
static std::string behind(const char* drawing, std::string_view elements, const cells::Slots& values) {
    xlsx::Package file = package(drawing, elements);
    drawn::fill(file, values);
    const std::string all = piece(file, "</sheetData>", "</worksheet>");
    const auto start = std::string_view("</sheetData>").size();
    return all.substr(start, all.size() - start - std::string_view("</worksheet>").size());
}

TEST_CASE("merges in a repeated row are copied, merges around it grow, merges below move", "[fill][follow]") {
    CHECK(
        behind(
            list,
            R"(<mergeCells count="3"><mergeCell ref="B2:C2"/><mergeCell ref="E1:E3"/><mergeCell ref="B3:C3"/></mergeCells>)",
            three())
        == R"(<mergeCells count="5"><mergeCell ref="B2:C2"/><mergeCell ref="B3:C3"/><mergeCell ref="B4:C4"/>)"
           R"(<mergeCell ref="E1:E5"/><mergeCell ref="B5:C5"/></mergeCells>)");
    CHECK(behind(blocks,
                 R"(<mergeCells count="2"><mergeCell ref="A3:B3"/><mergeCell ref="C3:C5"/></mergeCells>)",
                 two_outcomes())
          == R"(<mergeCells count="4"><mergeCell ref="A2:B2"/><mergeCell ref="A6:B6"/>)"
             R"(<mergeCell ref="C2:C5"/><mergeCell ref="C6:C8"/></mergeCells>)");
}

TEST_CASE("merges of rows that are gone are gone, and so is their list", "[fill][follow]") {
    CHECK(behind("Ref\n{{kpi.ref}}\nEnd", R"(<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>)",
                 slots("kpi none"))
              .empty());
}

TEST_CASE("a conditional format of a repeated row is one for all of its copies", "[fill][follow]") {
    CHECK(
        behind(
            list,
            R"(<conditionalFormatting sqref="C2"><cfRule type="expression" priority="1"><formula>$C2="Red"</formula></cfRule></conditionalFormatting>)",
            three())
        == R"(<conditionalFormatting sqref="C2:C4"><cfRule type="expression" priority="1"><formula>$C2="Red"</formula></cfRule></conditionalFormatting>)");
}

TEST_CASE("a conditional format that compares with a row outside keeps comparing with it", "[fill][follow]") {
    CHECK(
        behind(
            list,
            R"(<conditionalFormatting sqref="B2"><cfRule type="expression" priority="1"><formula>B2&gt;B3/2</formula></cfRule></conditionalFormatting>)",
            three())
        == R"(<conditionalFormatting sqref="B2:B4"><cfRule type="expression" priority="1"><formula>B2&gt;B$5/2</formula></cfRule></conditionalFormatting>)");
}

TEST_CASE("a conditional format that looks at each block's own heading comes apart by block",
          "[fill][follow]") {
    CHECK(
        behind(
            blocks,
            R"(<conditionalFormatting sqref="B4"><cfRule type="expression" priority="1"><formula>$A3="Homes"</formula></cfRule></conditionalFormatting>)",
            two_outcomes())
        == R"(<conditionalFormatting sqref="B3:B4"><cfRule type="expression" priority="1"><formula>$A$2=&quot;Homes&quot;</formula></cfRule></conditionalFormatting>)"
           R"(<conditionalFormatting sqref="B7"><cfRule type="expression" priority="1"><formula>$A$6=&quot;Homes&quot;</formula></cfRule></conditionalFormatting>)");
}

TEST_CASE("a conditional format over a whole table moves its rows relative to one another",
          "[fill][follow]") {
    CHECK(
        behind(
            R"(
        Ref         | Actual
        {{kpi.ref}} | {{kpi.actual}}
        Spare       | 5
        Spare       | 6
    )",
            R"(<conditionalFormatting sqref="A2:B4"><cfRule type="expression" priority="1"><formula>$B2&gt;2</formula></cfRule></conditionalFormatting>)",
            three())
        == R"(<conditionalFormatting sqref="A2:B6"><cfRule type="expression" priority="1"><formula>$B2&gt;2</formula></cfRule></conditionalFormatting>)");
}

TEST_CASE("a colour scale stays one scale over all copies", "[fill][follow]") {
    const std::string rule =
        R"(<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting>)";
    CHECK(behind(blocks, "<conditionalFormatting sqref=\"B4\">" + rule, two_outcomes())
          == "<conditionalFormatting sqref=\"B3:B4 B7\">" + rule);
}

TEST_CASE("a validation of a repeated row holds for all of its copies", "[fill][follow]") {
    CHECK(
        behind(
            list,
            R"(<dataValidations count="1"><dataValidation type="list" sqref="C2"><formula1>"Red,Amber,Green"</formula1></dataValidation></dataValidations>)",
            three())
        == R"(<dataValidations count="1"><dataValidation type="list" sqref="C2:C4"><formula1>"Red,Amber,Green"</formula1></dataValidation></dataValidations>)");
    CHECK(
        behind(
            list,
            R"(<dataValidations count="1"><dataValidation type="list" sqref="C3"><formula1>$E$3:$E$5</formula1></dataValidation></dataValidations>)",
            three())
        == R"(<dataValidations count="1"><dataValidation type="list" sqref="C5"><formula1>$E$5:$E$7</formula1></dataValidation></dataValidations>)");
}

TEST_CASE("a link comes once for each copy, and leads where its cells went", "[fill][follow]") {
    CHECK(
        behind(list, R"(<hyperlinks><hyperlink ref="A2" location="Sheet1!A3"/></hyperlinks>)", three())
        == R"(<hyperlinks><hyperlink ref="A2" location="Sheet1!A5"/><hyperlink ref="A3" location="Sheet1!A5"/><hyperlink ref="A4" location="Sheet1!A5"/></hyperlinks>)");
}

TEST_CASE("a page break below a block comes below each copy", "[fill][follow]") {
    CHECK(
        behind(blocks,
               R"(<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks>)",
               two_outcomes())
        == R"(<rowBreaks count="2" manualBreakCount="2"><brk id="5" max="16383" man="1"/><brk id="8" max="16383" man="1"/></rowBreaks>)");
    CHECK(behind(list,
                 R"(<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>)",
                 three())
          == R"(<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>)");
}

TEST_CASE("filters, protected ranges and ignored errors cover all copies", "[fill][follow]") {
    CHECK(
        behind(
            list,
            R"(<protectedRanges><protectedRange sqref="B2" name="Figures"/></protectedRanges><autoFilter ref="A1:C2"/><ignoredErrors><ignoredError sqref="B2:B3" evalError="1"/></ignoredErrors>)",
            three())
        == R"(<protectedRanges><protectedRange sqref="B2:B4" name="Figures"/></protectedRanges><autoFilter ref="A1:C4"/><ignoredErrors><ignoredError sqref="B2:B5" evalError="1"/></ignoredErrors>)");
}

TEST_CASE("the used range grows, and the selection and the first row on the screen move", "[fill][follow]") {
    xlsx::Package file = package(
        {{"xl/worksheets/sheet1.xml",
          drawn::sheet(
              list, "",
              R"(<dimension ref="A1:C3"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A3" state="frozen"/><selection pane="bottomLeft" activeCell="B3" sqref="B3:C3"/></sheetView></sheetViews>)")}});
    drawn::fill(file, three());
    CHECK(
        piece(file, "<dimension", "<sheetData>")
        == R"(<dimension ref="A1:C5"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A5" state="frozen"/><selection pane="bottomLeft" activeCell="B5" sqref="B5"/></sheetView></sheetViews><sheetData>)");
}

TEST_CASE("a sparkline comes once for each copy, with its own row's figures", "[fill][follow]") {
    const std::string before =
        R"(<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines>)";
    const std::string after =
        R"(</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>)";
    const auto line = [](const std::string& row) {
        return "<x14:sparkline><xm:f>Sheet1!A" + row + ":B" + row + "</xm:f><xm:sqref>D" + row
               + "</xm:sqref></x14:sparkline>";
    };
    CHECK(behind(list, before + line("2") + after, three())
          == before + line("2") + line("3") + line("4") + after);
    CHECK(behind("Ref\n{{kpi.ref}}\nEnd", before + line("2") + after, slots("kpi none")).empty());
}

TEST_CASE("a data bar of Excel 2010 and later stays one over all copies", "[fill][follow]") {
    const auto format = [](const std::string& cells) {
        return R"(<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{DA7ABA51-AAAA-BBBB-0001-000000000001}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>)"
               + cells
               + "</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
    };
    CHECK(behind(list, format("B2:B2"), three()) == format("B2:B4"));
}

// The workbook part with its defined names.
static std::string workbook_with(const std::string& names) {
    return R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>)"
           + names + "</workbook>";
}

TEST_CASE("names of repeated cells name all copies; print areas and titles follow", "[fill][follow]") {
    xlsx::Package file = package(
        {{"xl/worksheets/sheet1.xml", drawn::sheet(list)},
         {"xl/workbook.xml",
          workbook_with(
              R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$C$3</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$1</definedName><definedName name="Actuals">Sheet1!$B$2</definedName><definedName name="Total">Sheet1!$B$3</definedName></definedNames>)")}});
    drawn::fill(file, three());
    CHECK(
        piece(file, "<definedNames>", "</definedNames>", "xl/workbook.xml")
        == R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$C$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$1</definedName><definedName name="Actuals">Sheet1!$B$2:$B$4</definedName><definedName name="Total">Sheet1!$B$5</definedName></definedNames>)");
    CHECK(piece(file, "<calcPr", "/>", "xl/workbook.xml") == R"(<calcPr fullCalcOnLoad="1"/>)");
}

TEST_CASE("formulas on other sheets follow, and show new values where what they look at has changed",
          "[fill][follow]") {
    xlsx::Package file =
        package({{"xl/worksheets/sheet1.xml", drawn::sheet(list)},
                 {"xl/worksheets/sheet2.xml", drawn::sheet(R"(
        =Sheet1!B3      | =SUM(Sheet1!B2:B2) | 7
        =C1*2           | =A1                |
    )")},
                 {"xl/worksheets/sheet3.xml", drawn::sheet("7 | =A1*2 | =SUM(Sheet3!A1:A1)")}});
    drawn::fill(file, three());
    CHECK(drawn::draw(file, "xl/worksheets/sheet2.xml")
          == "=Sheet1!B5 -> 6 | =SUM(Sheet1!B2:B4) -> 6 | 7\n=C1*2 -> 99 | =A1 -> 6\n");
    CHECK(drawn::draw(file, "xl/worksheets/sheet3.xml") == "7 | =A1*2 -> 99 | =SUM(Sheet3!A1:A1) -> 99\n");
    const auto touched = file.touched();
    CHECK(std::ranges::find(touched, "xl/worksheets/sheet3.xml") == touched.end());
}

TEST_CASE("shared formulas become each cell's own", "[fill][follow]") {
    xlsx::Package file = package(
        {{"xl/worksheets/sheet1.xml",
          R"(<row r="1"><c r="A1" t="inlineStr"><is><t>{{kpi.ref}}</t></is></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2+$A$3</f><v>1</v></c></row>)"
          R"(<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="A3"><v>5</v></c><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>)"}});
    drawn::fill(file, three());
    CHECK(drawn::draw(file)
          == "A | =A1*2+$A$5\nB | =A2*2+$A$5\nC | =A3*2+$A$5\n | =A4*2+$A$5 -> 5\n5 | =A5*2+$A$5 -> 15\n");
}

TEST_CASE("an array formula repeats with its row and is refused where rows would split it",
          "[fill][follow]") {
    const auto array = [](const std::string& ref, int row) {
        return "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{{kpi.ref}}</t></is></c>"
               + std::string(row == 1 ? "" : "</row><row r=\"2\">") + "<c r=\"B" + std::to_string(row)
               + "\"><f t=\"array\" ref=\"" + ref + "\">SUM(C1:D1*2)</f><v>1</v></c></row>";
    };
    xlsx::Package file = package({{"xl/worksheets/sheet1.xml", array("B1", 1)}});
    drawn::fill(file, three());
    CHECK(piece(file, "<c r=\"B3\"", "</c>") == R"(<c r="B3"><f t="array" ref="B3">SUM(C3:D3*2)</f></c>)");
    CHECK(drawn::refusal(package({{"xl/worksheets/sheet1.xml", array("B1:B2", 1)}}), three())
              .starts_with(
                  "template.xlsx: Sheet1!B1: Rows that repeat would split the array formula in B1:B2"));
}

TEST_CASE("the chain of calculation is taken away", "[fill][follow]") {
    xlsx::Package file = package(
        {{"xl/worksheets/sheet1.xml", drawn::sheet(list)},
         {"xl/calcChain.xml",
          R"(<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B3" i="1"/></calcChain>)"}});
    drawn::fill(file, three());
    CHECK_FALSE(file.has("xl/calcChain.xml"));
    CHECK(drawn::text(file, "[Content_Types].xml").find("calcChain") == std::string::npos);
    CHECK(drawn::text(file, "xl/_rels/workbook.xml.rels").find("calcChain") == std::string::npos);
}

TEST_CASE("what cannot follow is refused before anything is written", "[fill][follow]") {
    CHECK(drawn::refusal(
              package(
                  list,
                  R"(<scenarios><scenario name="Best"><inputCells r="B3" val="1"/></scenario></scenarios>)"),
              three())
              .starts_with("template.xlsx: Sheet1: Scenarios cannot follow the rows that repeat: they would "
                           "stay where they are"));
    CHECK(drawn::refusal(
              package(
                  "{{report.name}}\nA",
                  R"(<scenarios><scenario name="Best"><inputCells r="A2" val="1"/></scenario></scenarios>)"),
              slots("report name=Q2"))
          == "filled");
}
