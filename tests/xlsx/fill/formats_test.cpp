// How filled cells look: number formats, statuses' colours, formatted text, row heights.
#include "tests/xlsx/fill/drawn_template.h"

#include <catch2/catch_test_macros.hpp>

using cells::Decimal;
using drawn::piece;
using drawn::slots;

// Formats 1: bold and wrapped; 2: a date.
static constexpr auto styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>)"
    R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="12"/><color theme="1"/><name val="Arial"/></font></fonts>)"
    R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>)"
    R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
    R"(<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>)";

static std::string text_cell(const std::string& address, int style, const std::string& text) {
    return "<c r=\"" + address + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" + text
           + "</t></is></c>";
}

static xlsx::Package filled(const std::string& rows, const cells::Slots& values) {
    xlsx::Package file = drawn::package({{"xl/worksheets/sheet1.xml", rows}, {"xl/styles.xml", styles}});
    drawn::fill(file, values);
    return file;
}

static std::string row(const std::string& cells) {
    return "<row r=\"1\">" + cells + "</row>";
}

TEST_CASE("a number takes its unit's format over the cell's own, once for all cells", "[fill][formats]") {
    auto values = slots("kpi actual=0.947\nkpi actual=0.9");
    for (auto& scope : values.root.blocks.find("kpi")->second) scope.fields["actual"].number_format = "0.0%";
    xlsx::Package file = filled(row(text_cell("A1", 1, "{{kpi.actual}}")), values);
    CHECK(piece(file, "<c r=\"A1\"", "</c>") == R"(<c r="A1" s="3"><v>0.947</v></c>)");
    CHECK(piece(file, "<c r=\"A2\"", "</c>") == R"(<c r="A2" s="3"><v>0.9</v></c>)");
    CHECK(
        piece(file, "<numFmts", "</numFmts>", "xl/styles.xml")
        == R"(<numFmts count="2"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.0%"/></numFmts>)");
    CHECK(
        piece(file, "<xf numFmtId=\"171\"", "</cellXfs>", "xl/styles.xml")
        == R"(<xf numFmtId="171" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs>)");
}

TEST_CASE("formats that Excel knows by number are used by number", "[fill][formats]") {
    auto values = slots("report total=1234");
    values.root.blocks.find("report")->second[0].fields["total"].number_format = "#,##0";
    xlsx::Package file = filled(row(text_cell("A1", 0, "{{report.total}}")), values);
    CHECK(drawn::text(file, "xl/styles.xml").find("<numFmts count=\"1\">") != std::string::npos);
    CHECK(drawn::text(file, "xl/styles.xml").find(R"(<xf numFmtId="3" fontId="0")") != std::string::npos);
}

TEST_CASE("a date keeps the cell's date format and gets one where the cell has none", "[fill][formats]") {
    xlsx::Package file =
        filled(row(text_cell("A1", 2, "{{report.as_at}}") + text_cell("B1", 0, "{{report.as_at}}")),
               slots("report as_at=2016-09-30"));
    CHECK(piece(file, "<c r=\"A1\"", "</c>") == R"(<c r="A1" s="2"><v>42643</v></c>)");
    CHECK(piece(file, "<c r=\"B1\"", "</c>") == R"(<c r="B1" s="3"><v>42643</v></c>)");
    CHECK(drawn::text(file, "xl/styles.xml").find(R"(formatCode="d mmm yyyy")") != std::string::npos);
}

TEST_CASE("a status brings its fill and font colour, and keeps the cell's font", "[fill][formats]") {
    auto values = slots("kpi status=Red");
    values.root.blocks.find("kpi")->second[0].fields["status"].colours = cells::Colours{"C00000", "FFFFFF"};
    xlsx::Package file = filled(row(text_cell("A1", 1, "{{kpi.status}}")), values);
    CHECK(piece(file, "<c r=\"A1\"", "</c>") == R"(<c r="A1" s="3" t="inlineStr"><is><t>Red</t></is></c>)");
    const std::string after = drawn::text(file, "xl/styles.xml");
    CHECK(after.find(R"(<font><b/><sz val="12"/><color rgb="FFFFFFFF"/><name val="Arial"/></font></fonts>)")
          != std::string::npos);
    CHECK(
        after.find(
            R"(<fill><patternFill patternType="solid"><fgColor rgb="FFC00000"/><bgColor indexed="64"/></patternFill></fill></fills>)")
        != std::string::npos);
    CHECK(
        after.find(
            R"(<xf numFmtId="0" fontId="2" fillId="2" borderId="0" xfId="0" applyFont="1" applyAlignment="1" applyFill="1">)")
        != std::string::npos);
}

TEST_CASE("within a text a number shows as its format says", "[fill][formats]") {
    const auto shown = [](std::string_view number, const std::string& format) {
        auto values = slots("report x=1");
        values.root.blocks.find("report")->second[0].fields["x"] = {*Decimal::parse(number), format, {}};
        const std::string drawing = drawn::filled("x {{report.x}}", values);
        return drawing.substr(2, drawing.size() - 3);
    };
    CHECK(shown("0.947", "0.0%") == "94.7%");
    CHECK(shown("1234567.5", "#,##0") == "1,234,568");
    CHECK(shown("-1250", "£#,##0.00") == "-£1,250.00");
    CHECK(shown("12", "0 \"days\"") == "12 days");
    CHECK(shown("3.25", "[$£-809]#,##0.0") == "£3.3");
    CHECK(shown("-0.001", "0.0") == "0.0");
    CHECK(shown("3.25", "") == "3.25");
    CHECK(shown("3.25", "General") == "3.25");
}

TEST_CASE("a slot in formatted text takes the format of where it begins", "[fill][formats]") {
    const auto filled_text = [](const std::string& runs) {
        xlsx::Package file = drawn::package(
            {{"xl/worksheets/sheet1.xml", R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"},
             {"xl/sharedStrings.xml",
              R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si>)"
                  + runs + "</si></sst>"}});
        drawn::fill(file, slots("report period=Q2"));
        CHECK(piece(file, "<si>", "</si>", "xl/sharedStrings.xml") == "<si><t/></si>");
        return piece(file, "<is>", "</is>");
    };
    CHECK(filled_text("<r><t>For </t></r><r><rPr><b/></rPr><t>{{report.period}} now</t></r>")
          == R"(<is><r><t xml:space="preserve">For </t></r><r><rPr><b/></rPr><t>Q2 now</t></r></is>)");
    CHECK(filled_text("<r><t>For {{rep</t></r><r><rPr><b/></rPr><t>ort.period}} now</t></r>")
          == R"(<is><r><t>For Q2</t></r><r><rPr><b/></rPr><t xml:space="preserve"> now</t></r></is>)");
    CHECK(filled_text("<r><t>{</t></r><r><rPr><i/></rPr><t>{report.</t></r><r><t>period}}</t></r>")
          == "<is><t>Q2</t></is>");
}

TEST_CASE("a shared string that holds no slot stays shared, and is counted", "[fill][formats]") {
    xlsx::Package file = drawn::package(
        {{"xl/worksheets/sheet1.xml",
          R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>)"},
         {"xl/sharedStrings.xml",
          R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><t>{{kpi.ref}}</t></si><si><t>Ref</t></si></sst>)"}});
    drawn::fill(file, slots("kpi ref=1\nkpi ref=2\nkpi ref=3"));
    CHECK(piece(file, "<row r=\"3\"", "</row>")
          == R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>3</v></c></row>)");
    CHECK(piece(file, "<sst", "</sst>", "xl/sharedStrings.xml")
              .find(R"(count="3" uniqueCount="2"><si><t/></si><si><t>Ref</t></si>)")
          != std::string::npos);
}

TEST_CASE("a row grows to show all of a long text that wraps, and never shrinks", "[fill][formats]") {
    const std::string commentary(200, 'x');
    const std::string rows =
        "<row r=\"1\" ht=\"30\" customHeight=\"1\">" + text_cell("A1", 1, "{{kpi.commentary}}") + "</row>";
    xlsx::Package file = filled(rows, slots("kpi commentary=Short\nkpi commentary=" + commentary));
    CHECK(piece(file, "<row r=\"1\"", ">") == R"(<row r="1" ht="30" customHeight="1">)");
    const std::string tall = piece(file, "<row r=\"2\"", ">");
    CHECK(tall
          == R"(<row r="2" ht="409" customHeight="1">)"); // 200 letters in a standard column: Excel's highest
    xlsx::Package flat =
        filled(row(text_cell("A1", 0, "{{kpi.commentary}}")), slots("kpi commentary=" + commentary));
    CHECK(piece(flat, "<row r=\"1\"", ">") == R"(<row r="1">)");
}

TEST_CASE("merged cells give a long text all their columns and rows", "[fill][formats]") {
    const auto heights = [](const std::string& merge) {
        xlsx::Package file = drawn::package(
            {{"xl/worksheets/sheet1.xml",
              drawn::sheet("x", "<mergeCells count=\"1\"><mergeCell ref=\"" + merge + "\"/></mergeCells>")},
             {"xl/styles.xml", styles}});
        std::string sheet = drawn::text(file, "xl/worksheets/sheet1.xml");
        const auto rows = sheet.find("<sheetData>");
        sheet.replace(rows, sheet.find("</sheetData>") - rows,
                      "<sheetData><row r=\"1\">" + text_cell("A1", 1, "{{kpi.words}}")
                          + "</row><row r=\"2\" ht=\"40\" customHeight=\"1\"/>");
        file.replace("xl/worksheets/sheet1.xml", sheet);
        std::string words;
        for (int i = 0; i < 30; ++i) words += "words ";
        drawn::fill(file, slots("kpi words=" + words));
        return piece(file, "<row r=\"1\"", ">");
    };
    CHECK(heights("A1:B1") == R"(<row r="1" ht="245" customHeight="1">)");
    CHECK(heights("A1:F1") == R"(<row r="1" ht="66" customHeight="1">)");
    CHECK(heights("A1:F2") == R"(<row r="1" ht="26" customHeight="1">)"); // the second row holds 40 points
}

TEST_CASE("attributes and formats of a repeated row are each copy's", "[fill][formats]") {
    xlsx::Package file = filled("<row r=\"1\" spans=\"1:2\" ht=\"20\" customHeight=\"1\" outlineLevel=\"1\">"
                                    + text_cell("A1", 0, "{{kpi.ref}}") + "<c r=\"B1\" s=\"2\"/></row>",
                                slots("kpi ref=A\nkpi ref=B"));
    CHECK(
        piece(file, "<row r=\"2\"", "</row>")
        == R"(<row r="2" spans="1:2" ht="20" customHeight="1" outlineLevel="1"><c r="A2" s="0" t="inlineStr"><is><t>B</t></is></c><c r="B2" s="2"/></row>)");
}
