// Sheets that repeat: one for each scope, with its drawings, charts, tables, notes, names and print settings.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/fill/drawn_template.h"
#include "xlsx/lint/lint.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>
#include <vector>

using drawn::piece;
using drawn::refusal;
using drawn::slots;

static std::string related(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string xml =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (std::size_t i = 0; i < targets.size(); ++i)
        xml += "<Relationship Id=\"rId" + std::to_string(i + 1)
               + R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)"
               + targets[i].first + "\" Target=\"" + targets[i].second + "\"/>";
    return xml + "</Relationships>";
}

static std::string workbook(const std::vector<std::string>& sheets, const std::string& more = "",
                            const std::string& views = "") {
    std::string xml =
        R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
        + views + "<sheets>";
    for (std::size_t i = 0; i < sheets.size(); ++i)
        xml += "<sheet name=\"" + sheets[i] + "\" sheetId=\"" + std::to_string(i + 1) + "\" r:id=\"rId"
               + std::to_string(i + 1) + "\"/>";
    return xml + "</sheets>" + more + "</workbook>";
}

static cells::Slots quarter() {
    return slots(R"(
        report period=Q2
        outcome name=Homes: safe & warm
          kpi ref=H1; actual=1
          kpi ref=H2; actual=3
        outcome name=Jobs
          kpi ref=J1; actual=4
    )");
}

// A summary, and a sheet for each outcome.
static support::Parts two_sheets(const std::string& summary, const std::string& outcome,
                                 const std::string& names = "") {
    return {{"xl/workbook.xml", workbook({"Summary", "{{outcome.name}}"}, names)},
            {"xl/worksheets/sheet1.xml", drawn::sheet(summary)},
            {"xl/worksheets/sheet2.xml", drawn::sheet(outcome)}};
}

// A sheet, drawn without the values that its formulas remember.
static std::string formulas(xlsx::Package& file, std::string_view part = "xl/worksheets/sheet1.xml") {
    std::string drawing = drawn::draw(file, part);
    for (auto at = drawing.find(" -> "); at != std::string::npos; at = drawing.find(" -> ", at))
        drawing.erase(at, std::min(drawing.find(" |", at), drawing.find('\n', at)) - at);
    return drawing;
}

TEST_CASE("a sheet named by a slot repeats for each scope, under a name that Excel takes", "[fill]") {
    xlsx::Package file = drawn::package(two_sheets("{{report.period}}", R"(
        {{outcome.name}} | {{report.period}} | {{count kpis}}
        {{kpi.ref}} | {{kpi.actual}}
        Total | =SUM(B2:B2)
    )"));
    drawn::fill(file, quarter());
    CHECK(piece(file, "<sheets>", "</sheets>", "xl/workbook.xml")
          == R"(<sheets><sheet name="Summary" sheetId="1" r:id="rId1"/>)"
             R"(<sheet name="Homes  safe &amp; warm" sheetId="2" r:id="rId2"/>)"
             R"(<sheet name="Jobs" sheetId="3" r:id="rId4"/></sheets>)");
    CHECK(formulas(file, "xl/worksheets/sheet2.xml")
          == "Homes: safe & warm | Q2 | 2\nH1 | 1\nH2 | 3\nTotal | =SUM(B2:B3)\n");
    CHECK(formulas(file, "xl/worksheets/sheet3.xml") == "Jobs | Q2 | 1\nJ1 | 4\nTotal | =SUM(B2:B2)\n");
}

TEST_CASE("a sheet may repeat for a block within blocks, and names stay apart", "[fill]") {
    xlsx::Package file = drawn::package(
        {{"xl/workbook.xml", workbook({"{{kpi.name}}"})},
         {"xl/worksheets/sheet1.xml", drawn::sheet("{{kpi.name}} | {{outcome.name}} | {{report.period}}")}});
    drawn::fill(file, slots(R"(
        report period=Q2
        outcome name=Homes
          kpi name=Rents
          kpi name=rents
        outcome name=Jobs
          kpi name=An indicator with a very long name indeed
    )"));
    CHECK(
        piece(file, "<sheets>", "</sheets>", "xl/workbook.xml")
        == R"x(<sheets><sheet name="Rents" sheetId="1" r:id="rId1"/><sheet name="rents (2)" sheetId="2" r:id="rId3"/>)x"
           R"(<sheet name="An indicator with a very long n" sheetId="3" r:id="rId4"/></sheets>)");
    CHECK(formulas(file, "xl/worksheets/sheet2.xml") == "rents | Homes | Q2\n");
    CHECK(formulas(file, "xl/worksheets/sheet3.xml")
          == "An indicator with a very long name indeed | Jobs | Q2\n");
}

TEST_CASE("a formula means the sheet of its own scope, in SUM all copies, else the first", "[fill]") {
    xlsx::Package file = drawn::package(two_sheets(R"(
        {{outcome.name}} | ='{{outcome.name}}'!B3
        All              | =SUM('{{outcome.name}}'!B3)
        First            | ='{{outcome.name}}'!$A$1
    )",
                                                   R"(
        {{outcome.name}}
        {{kpi.ref}} | {{kpi.actual}}
        Total | =SUM(B2:B2) | ='{{outcome.name}}'!A2
    )"));
    drawn::fill(file, quarter());
    CHECK(formulas(file) == R"(Homes: safe & warm | ='Homes  safe & warm'!B4
Jobs | ='Jobs'!B3
All | =SUM('Homes  safe & warm'!B4,'Jobs'!B3)
First | ='Homes  safe & warm'!$A$1
)");
    CHECK(formulas(file, "xl/worksheets/sheet3.xml") == "Jobs\nJ1 | 4\nTotal | =SUM(B2:B2) | ='Jobs'!A2\n");
}

TEST_CASE("a list of contents leads to the sheets", "[fill]") {
    xlsx::Package file =
        drawn::package(two_sheets("Contents\n{{link sheet as outcome.name}}", "{{outcome.name}}"));
    drawn::fill(file, quarter());
    CHECK(
        piece(file, "<hyperlinks>", "</hyperlinks>")
        == R"(<hyperlinks><hyperlink ref="A2" location="'Homes  safe &amp; warm'!A1"/><hyperlink ref="A3" location="'Jobs'!A1"/></hyperlinks>)");
    CHECK(refusal(drawn::package("{{link sheet as outcome.name}}"), quarter())
          == "template.xlsx: Sheet1!A1: The slot {{outcome.name}} leads to no sheet. Let a sheet repeat for "
             "its "
             "block: name it {{block.field}}.");
}

TEST_CASE("a block with nothing in it leaves no sheet", "[fill]") {
    const auto none = slots("report period=Q2\noutcome none");
    xlsx::Package file =
        drawn::package(two_sheets("{{report.period}} | =SUM('{{outcome.name}}'!B3)", "{{outcome.name}}"));
    drawn::fill(file, none);
    CHECK(piece(file, "<sheets>", "</sheets>", "xl/workbook.xml")
          == R"(<sheets><sheet name="Summary" sheetId="1" r:id="rId1"/></sheets>)");
    CHECK(formulas(file) == "Q2 | =SUM(0)\n");
    CHECK_FALSE(drawn::draw(file).contains("99")); // what the template's cell remembered
    CHECK_FALSE(file.has("xl/worksheets/sheet2.xml"));
    CHECK(
        refusal(drawn::package(two_sheets("{{report.period}} | ='{{outcome.name}}'!B3", "{{outcome.name}}")),
                none)
            .starts_with(
                "template.xlsx: Summary!B1: The formula cannot follow the rows that repeat: it refers to "
                "'{{outcome.name}}', of which there is none"));
    CHECK(refusal(drawn::package({{"xl/workbook.xml", workbook({"{{outcome.name}}"})},
                                  {"xl/worksheets/sheet1.xml", drawn::sheet("{{outcome.name}}")}}),
                  none)
          == "template.xlsx: There is nothing for which a sheet would be there. Give the template a sheet "
             "that does "
             "not repeat.");
}

TEST_CASE("names of a repeated sheet's own come with each copy, print areas among them", "[fill]") {
    auto parts = two_sheets("{{report.period}}", "{{outcome.name}}\n{{kpi.ref}}");
    parts.push_back({"xl/worksheets/sheet3.xml", drawn::sheet("Notes")});
    for (auto& [name, text] : parts)
        if (name == "xl/workbook.xml")
            text = workbook(
                {"Summary", "{{outcome.name}}", "Notes"},
                R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'{{outcome.name}}'!$A$1:$B$2</definedName>)"
                R"(<definedName name="_xlnm.Print_Area" localSheetId="2">Notes!$A$1</definedName>)"
                R"(<definedName name="Head">'{{outcome.name}}'!$A$1</definedName></definedNames>)",
                R"(<bookViews><workbookView activeTab="2"/></bookViews>)");
    xlsx::Package file = drawn::package(parts);
    drawn::fill(file, quarter());
    CHECK(
        piece(file, "<definedNames>", "</definedNames>", "xl/workbook.xml")
        == R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'Homes  safe &amp; warm'!$A$1:$B$3</definedName>)"
           R"(<definedName name="_xlnm.Print_Area" localSheetId="2">'Jobs'!$A$1:$B$2</definedName>)"
           R"(<definedName name="_xlnm.Print_Area" localSheetId="3">Notes!$A$1</definedName>)"
           R"(<definedName name="Head">'Homes  safe &amp; warm'!$A$1</definedName></definedNames>)");
    CHECK(piece(file, "<workbookView", "/>", "xl/workbook.xml") == R"(<workbookView activeTab="3"/>)");
}

// A sheet for each outcome with a chart of its figures, a picture, a table, a note and a printed header.
static support::Parts rich_template() {
    const std::string marker =
        "<xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>";
    return {
        {"xl/workbook.xml", workbook({"{{outcome.name}}"})},
        {"xl/worksheets/sheet1.xml",
         drawn::sheet(
             "{{outcome.name}}\nRef | Actual\n{{kpi.ref}} | {{kpi.actual}}\n\nTotal | =SUM(Figures[Actual])",
             R"(<conditionalFormatting sqref="B3"><cfRule type="expression" priority="1"><formula>B3&gt;'{{outcome.name}}'!$B$5</formula></cfRule></conditionalFormatting>)"
             R"(<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>)"
             R"(<headerFooter><oddHeader>&amp;L{{outcome.name}}</oddHeader></headerFooter>)"
             R"(<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId4"/></tableParts>)",
             R"(<sheetPr codeName="Sheet1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>)")},
        {"xl/worksheets/_rels/sheet1.xml.rels", related({{"drawing", "../drawings/drawing1.xml"},
                                                         {"vmlDrawing", "../drawings/vmlDrawing1.vml"},
                                                         {"comments", "../comments1.xml"},
                                                         {"table", "../tables/table1.xml"}})},
        {"xl/drawings/drawing1.xml",
         R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from>)"
             + marker + "</xdr:from><xdr:to>" + marker
             + R"(</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>)"},
        {"xl/drawings/_rels/drawing1.xml.rels",
         related({{"chart", "../charts/chart1.xml"}, {"image", "../media/image1.png"}})},
        {"xl/media/image1.png", "no picture"},
        {"xl/charts/chart1.xml",
         R"(<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{{outcome.name}}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'{{outcome.name}}'!$B$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>)"},
        {"xl/drawings/vmlDrawing1.vml",
         R"(<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 0, 2, 4, 31, 4, 1</x:Anchor><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>)"},
        {"xl/comments1.xml",
         R"(<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList><comment ref="A1" authorId="0"><text><t>As agreed</t></text></comment></commentList></comments>)"},
        {"xl/tables/table1.xml",
         R"(<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Figures" displayName="Figures" ref="A2:B3" totalsRowShown="0"><autoFilter ref="A2:B3"/><tableColumns count="2"><tableColumn id="1" name="Ref"/><tableColumn id="2" name="Actual"/></tableColumns></table>)"},
    };
}

TEST_CASE("a repeated sheet has charts, tables, notes and print settings of its own", "[fill]") {
    xlsx::Package file = drawn::package(rich_template());
    const auto before = xlsx::lint(file);
    drawn::fill(file, quarter());
    CHECK(xlsx::lint(file).size() <= before.size());

    CHECK(piece(file, "<c:f>", "</c:f>", "xl/charts/chart1.xml")
          == "<c:f>'Homes  safe &amp; warm'!$B$3:$B$4</c:f>");
    CHECK(piece(file, "<c:f>", "</c:f>", "xl/charts/chart2.xml") == "<c:f>'Jobs'!$B$3</c:f>");
    CHECK(piece(file, "<a:t>", "</a:t>", "xl/charts/chart2.xml") == "<a:t>Jobs</a:t>");
    CHECK(piece(file, "Target=\"../charts", "\"/>", "xl/drawings/_rels/drawing2.xml.rels")
          == "Target=\"../charts/chart2.xml\"/>");
    CHECK(piece(file, "Target=\"../media", "\"/>", "xl/drawings/_rels/drawing2.xml.rels")
          == "Target=\"../media/image1.png\"/>");

    const std::string copy = "xl/worksheets/sheet2.xml";
    CHECK(piece(file, "<f>", "</f>", copy) == "<f>SUM(Figures_2[Actual])</f>");
    CHECK(piece(file, "<formula>", "</formula>", copy) == "<formula>B3&gt;'Jobs'!$B$5</formula>");
    CHECK(piece(file, "<pageSetup", "/>", copy) == R"(<pageSetup paperSize="9" orientation="landscape"/>)");
    CHECK(piece(file, "<oddHeader>", "</oddHeader>", copy) == "<oddHeader>&amp;LJobs</oddHeader>");
    CHECK(piece(file, "<sheetView ", "/>", copy) == R"(<sheetView workbookViewId="0"/>)");
    CHECK_FALSE(drawn::text(file, copy).contains("codeName"));
    CHECK(piece(file, " name=", "ref", "xl/tables/table2.xml")
          == R"( name="Figures_2" displayName="Figures_2" ref)");
    CHECK(piece(file, "data=\"", "\"", "xl/drawings/vmlDrawing2.vml") == "data=\"2\"");
    CHECK(piece(file, "_x0000_s", "\"", "xl/drawings/vmlDrawing2.vml") == "_x0000_s2049\"");
    for (const std::string& part : file.parts())
        if (part.ends_with(".xml")) CHECK_FALSE(drawn::text(file, part).contains("{{"));
}

TEST_CASE("a workbook with repeated sheets is as valid as its template", "[fill][judges]") {
    const auto schemas = support::need_shared("xsd");
    const support::TemporaryFolder folder;
    xlsx::Package file = drawn::package(rich_template());
    const auto given = folder.write("template.xlsx", file.save());
    drawn::fill(file, quarter());
    const auto filled = folder.write("filled.xlsx", file.save());
    CHECK(support::run_reader("schema_difference.py",
                              schemas.string() + "\n" + given.string() + "\t" + filled.string() + "\n")
              .empty());
}

TEST_CASE("an error of a repeated sheet names the sheet", "[fill]") {
    CHECK(refusal(drawn::package({{"xl/workbook.xml", workbook({"{{outcom.name}}"})},
                                  {"xl/worksheets/sheet1.xml", drawn::sheet("Text")}}),
                  quarter())
          == "template.xlsx: {{outcom.name}}: There is no value for the slot {{outcom.name}}. Did you mean "
             "{{outcome.name}}?");
    CHECK(refusal(drawn::package(two_sheets("Text", "{{outcome.nmae}}")), quarter())
              .starts_with(
                  "template.xlsx: Homes  safe & warm!A1: There is no value for the slot {{outcome.nmae}}"));
}
