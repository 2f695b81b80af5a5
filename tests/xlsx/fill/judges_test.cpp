// A whole committee sheet, filled, and what others make of it: LibreOffice calculates it, the schemas allow
// it.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/fill/drawn_template.h"
#include "xlsx/fill/fill.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>
#include <string>
#include <vector>

using drawn::slots;

static std::string relationship(const std::string& kind, const std::string& target) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)"
           + kind + R"(" Target=")" + target + R"("/></Relationships>)";
}

// Sheet1: indicators by outcome, with subtotals, a total, shares and ranks. Sheet2: a list of all and what
// refers to both sheets.
static support::Parts committee_template() {
    return {
        {"xl/worksheets/sheet1.xml",
         drawn::sheet(
             R"(
             {{report.title}}  | {{report.period}}
             Indicator         | Actual          | Share           | Rank                | So far
             {{#outcome}}      |
             {{outcome.name}}  | =SUM(B5:B5)     | =B4/B$7         | =COUNTIF(B5:B5,">2")
             {{kpi.ref}}       | {{kpi.actual}}  | =B5/B4          | =RANK(B5,B$5:B$5)   | =SUM(B$5:B5)
             {{/outcome}}      |
             Total             | =SUM(B5:B5)     | =COUNT(B5)      | =MAX(B5:B5)
             Average           | =B7/C7          | =AVERAGE(Actuals)
         )",
             R"(<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="E4:F4"/></mergeCells>)"
             R"(<conditionalFormatting sqref="B5:D5"><cfRule type="expression" dxfId="0" priority="1"><formula>$B5&gt;=$B4/2</formula></cfRule></conditionalFormatting>)"
             R"(<conditionalFormatting sqref="B5"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>)"
             R"(<dataValidations count="1"><dataValidation type="decimal" operator="lessThanOrEqual" allowBlank="1" sqref="B5"><formula1>B4</formula1></dataValidation></dataValidations>)"
             R"(<hyperlinks><hyperlink ref="A5" location="Sheet1!A7" display="Total"/></hyperlinks>)"
             R"(<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>)"
             R"(<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/>)",
             R"(<dimension ref="A1:E8"/>)")},
        {"xl/worksheets/sheet2.xml", drawn::sheet(R"(
             {{kpi.ref}} | {{kpi.actual}} | {{outcome.name}}
             =COUNTA(A1:A1) | =SUM(B1) | =Sheet1!B7 | =SUM(Sheet1!B5:B5)
         )")},
        {"xl/worksheets/_rels/sheet1.xml.rels", relationship("drawing", "../drawings/drawing1.xml")},
        {"xl/drawings/drawing1.xml",
         R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>)"},
        {"xl/drawings/_rels/drawing1.xml.rels", relationship("chart", "../charts/chart1.xml")},
        {"xl/charts/chart1.xml",
         R"(<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>Sheet2!$A$1</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet2!$B$1</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>)"},
        {"xl/styles.xml",
         R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>)"},
        {"xl/workbook.xml",
         R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/><sheet name="Sheet2" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$F$8</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$2:$2</definedName><definedName name="Actuals">Sheet2!$B$1</definedName></definedNames></workbook>)"},
    };
}

static cells::Slots quarter() {
    return slots(R"(
        report title=Scorecard; period=Quarter 2
        outcome name=Homes
          kpi ref=H1; actual=1
          kpi ref=H2; actual=3
        outcome name=Parks
          kpi none
        outcome name=Jobs
          kpi ref=J1; actual=4
          kpi ref=J2; actual=2.5
          kpi ref=J3; actual=5.5
    )");
}

// "Sheet1!A1 7" for each cell with a value, as LibreOffice calculates it.
static std::string calculated(const std::string& workbook) {
    const support::TemporaryFolder folder;
    const auto given = folder.write("filled.xlsx", workbook);
    std::filesystem::create_directory(folder.path() / "calculated");
    const std::string saved =
        support::run_reader("resave.py", "libreoffice\n" + given.string() + "\t"
                                             + (folder.path() / "calculated").string() + "\n");
    INFO(saved);
    REQUIRE(saved.starts_with(given.string()));
    std::istringstream lines(
        support::run_reader("dump_cells.py", (folder.path() / "calculated/filled.xlsx").string() + "\n"));
    std::string cells;
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> fields;
        std::istringstream pieces(line);
        for (std::string field; std::getline(pieces, field, '\t');) fields.push_back(field);
        if (fields.size() == 5 && fields[0] == "cell")
            cells += fields[1] + "!" + fields[2] + " " + fields[4] + "\n";
    }
    return cells;
}

TEST_CASE("LibreOffice calculates from a filled template what the template means", "[fill][judges]") {
    xlsx::Package file = drawn::package(committee_template());
    drawn::fill(file, quarter());
    CHECK(calculated(file.save()) == R"(Sheet1!A1 Scorecard
Sheet1!B1 Quarter 2
Sheet1!A2 Indicator
Sheet1!B2 Actual
Sheet1!C2 Share
Sheet1!D2 Rank
Sheet1!E2 So far
Sheet1!A3 Homes
Sheet1!B3 4
Sheet1!C3 0.25
Sheet1!D3 1
Sheet1!A4 H1
Sheet1!B4 1
Sheet1!C4 0.25
Sheet1!D4 2
Sheet1!E4 1
Sheet1!A5 H2
Sheet1!B5 3
Sheet1!C5 0.75
Sheet1!D5 1
Sheet1!E5 4
Sheet1!A6 Parks
Sheet1!B6 0
Sheet1!C6 0
Sheet1!D6 0
Sheet1!A8 Jobs
Sheet1!B8 12
Sheet1!C8 0.75
Sheet1!D8 3
Sheet1!A9 J1
Sheet1!B9 4
Sheet1!C9 0.333333333333333
Sheet1!D9 2
Sheet1!E9 4
Sheet1!A10 J2
Sheet1!B10 2.5
Sheet1!C10 0.208333333333333
Sheet1!D10 3
Sheet1!E10 6.5
Sheet1!A11 J3
Sheet1!B11 5.5
Sheet1!C11 0.458333333333333
Sheet1!D11 1
Sheet1!E11 12
Sheet1!A12 Total
Sheet1!B12 16
Sheet1!C12 5
Sheet1!D12 5.5
Sheet1!A13 Average
Sheet1!B13 3.2
Sheet1!C13 3.2
Sheet2!A1 H1
Sheet2!B1 1
Sheet2!C1 Homes
Sheet2!A2 H2
Sheet2!B2 3
Sheet2!C2 Homes
Sheet2!A3 J1
Sheet2!B3 4
Sheet2!C3 Jobs
Sheet2!A4 J2
Sheet2!B4 2.5
Sheet2!C4 Jobs
Sheet2!A5 J3
Sheet2!B5 5.5
Sheet2!C5 Jobs
Sheet2!A6 5
Sheet2!B6 16
Sheet2!C6 16
Sheet2!D6 16
)");
}

TEST_CASE("a filled template shows what LibreOffice calculates, or nothing", "[fill][judges]") {
    const support::TemporaryFolder folder;
    xlsx::Package file = drawn::package(committee_template());
    const auto was = folder.write("was/filled.xlsx", file.save());
    const auto values = xlsx::fill(file, quarter());
    REQUIRE(values);
    CHECK(values->calculated > 15);
    CHECK(values->dropped == 6); // RANK, and the average of a name
    const auto now = folder.write("now/filled.xlsx", file.save());
    const std::string judged =
        support::run_reader("recalculated.py", was.string() + "\t" + now.string() + "\n");
    INFO(judged);
    CHECK(judged.find("wrong") == std::string::npos);
    CHECK(judged.find("failed") == std::string::npos);
}

TEST_CASE("a filled template is as valid as the template", "[fill][judges]") {
    const auto schemas = support::need_shared("xsd");
    const support::TemporaryFolder folder;
    xlsx::Package file = drawn::package(committee_template());
    const auto given = folder.write("template.xlsx", file.save());
    drawn::fill(file, quarter());
    const auto filled = folder.write("filled.xlsx", file.save());
    CHECK(support::run_reader("schema_difference.py",
                              schemas.string() + "\n" + given.string() + "\t" + filled.string() + "\n")
              .empty());
}

TEST_CASE("the same template and slots give the same bytes", "[fill][judges]") {
    xlsx::Package one = drawn::package(committee_template());
    xlsx::Package other = drawn::package(committee_template());
    drawn::fill(one, quarter());
    drawn::fill(other, quarter());
    CHECK(one.save() == other.save());
}
