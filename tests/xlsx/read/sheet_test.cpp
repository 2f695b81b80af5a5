#include "tests/support/workbook_builder.h"
#include "tests/xlsx/read/read_sheet.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

using support::lines_of;
using support::read_rows;
using support::refused_rows;

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("each type of cell is read as what it says it is", "[read][cells]") {
    const std::string strings = "<sst><si><t>Ref</t></si><si><t>NI155</t></si></sst>";
    CHECK(lines_of(read_rows(R"(
        <row r="3">
            <c r="B3"><v>210</v></c>
            <c r="C3" t="n"><v> 1.5E+3 </v></c>
            <c r="D3" t="s"><v>1</v></c>
            <c r="E3" t="str"><v>On &lt;track&gt;</v></c>
            <c r="F3" t="inlineStr"><is><t>Green</t></is></c>
            <c r="G3" t="b"><v>1</v></c>
            <c r="H3" t="b"><v>0</v></c>
            <c r="I3" t="e"><v>#DIV/0!</v></c>
            <c r="J3" t="d"><v>2016-09-30</v></c>
            <c r="K3" t="d"><v>2016-09-30T12:00:00Z</v></c>
            <c r="L3" t="d"><v>autumn</v></c>
            <c r="M3" t="inlineStr"><v>in the wrong place</v></c>
        </row>)",
                             strings))
          == "B3 number 210\nC3 number 1500\nD3 text NI155\nE3 text On <track>\nF3 text Green\nG3 boolean 1\n"
             "H3 boolean 0\nI3 error #DIV/0!\nJ3 number 42643 date\nK3 number 42643.5 date\nL3 text autumn\n"
             "M3 text in the wrong place");
}

TEST_CASE("a number is taken to 15 significant digits, as Excel shows it", "[read][cells]") {
    CHECK(lines_of(read_rows(
              R"(<row><c><v>0.94699999999999995</v></c><c><v>-12.50</v></c><c><v>0.1</v></c></row>)"))
          == "A1 number 0.947\nB1 number -12.5\nC1 number 0.1");
}

TEST_CASE("a number beyond what a figure can be keeps what stands in the file", "[read][cells]") {
    CHECK(lines_of(
              read_rows(R"(<row><c><v>1E999</v></c><c><v>1000000000000000</v></c><c><v>abc</v></c></row>)"))
          == "A1 number ? 1E999\nB1 number ? 1000000000000000\nC1 number ? abc");
}

TEST_CASE("a formula's cell holds the value that was cached, or says that there is none", "[read][cells]") {
    CHECK(lines_of(read_rows(R"(
        <row r="1">
            <c r="A1"><f>1+1</f><v>2</v></c>
            <c r="B1" t="str"><f>"On"</f><v>On</v></c>
            <c r="C1" t="str"><f>""</f><v></v></c>
            <c r="D1"><f>A1*2</f></c>
            <c r="E1"><f>A1*2</f><v></v></c>
            <c r="F1"><f t="shared" si="0"/><v>7</v></c>
            <c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
            <c r="H1" t="b"><f>TRUE</f><v>1</v></c>
        </row>)"))
          == "A1 number 2 formula\nB1 text On formula\nC1 text formula\nD1 empty formula uncalculated\n"
             "E1 empty formula uncalculated\nF1 number 7 formula\nG1 error #DIV/0! formula\nH1 boolean 1 "
             "formula");
}

TEST_CASE("every cell that an array formula fills is a formula's", "[read][cells]") {
    CHECK(lines_of(read_rows(R"(
        <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:C2">A1:A2</f><v>1</v></c><c r="C1"><v>2</v></c><c r="D1"><v>3</v></c></row>
        <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>
        <row r="3"><c r="B3"><v>1</v></c><c r="C3"><f t="shared" ref="C3:C4" si="0">B3</f><v>1</v></c></row>
        <row r="4"><c r="C4"><v>2</v></c></row>)"))
          == "A1 number 1\nB1 number 1 formula\nC1 number 2 formula\nD1 number 3\n"
             "A2 number 1\nB2 number 1 formula\nC2 number 2 formula\n"
             "B3 number 1\nC3 number 1 formula\nC4 number 2");
}

static constexpr const char* styles =
    R"(<styleSheet><cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/>
       <xf numFmtId="49"/><xf numFmtId="2"><alignment/></xf></cellXfs>
       <cellStyleXfs><xf numFmtId="10"/></cellStyleXfs>
       <numFmts><numFmt numFmtId="164" formatCode="[$&#163;-809]#,##0.00"/><numFmt numFmtId="2" formatCode="0.000"/></numFmts>
       <dxfs><dxf><numFmt numFmtId="9" formatCode="0"/></dxf></dxfs></styleSheet>)";

TEST_CASE("a format that comes in two choices counts once, and as every program may read it",
          "[read][cells][format]") {
    static constexpr const char* choices =
        R"(<styleSheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><cellXfs count="3"><xf numFmtId="0"/>
           <mc:AlternateContent><mc:Choice Requires="hs"><xf numFmtId="0" hs="1"/></mc:Choice>
           <mc:Fallback><xf numFmtId="9"/></mc:Fallback></mc:AlternateContent><xf numFmtId="14"/></cellXfs></styleSheet>)";
    CHECK(lines_of(read_rows(
              R"(<row><c><v>1</v></c><c s="1"><v>0.947</v></c><c s="2"><v>42643</v></c></row>)", "", choices))
          == "A1 number 1\nB1 number 0.947 percent 0\nC1 number 42643 date");
}

TEST_CASE("a number's format tells percentages, money and dates apart", "[read][cells][format]") {
    CHECK(lines_of(read_rows(R"(
        <row>
            <c><v>0.947</v></c><c s="1"><v>0.947</v></c><c s="2"><v>1234.5</v></c><c s="3"><v>42643</v></c>
            <c s="4"><v>7</v></c><c s="5"><v>1</v></c><c s="99"><v>1</v></c>
        </row>)",
                             "", styles))
          == "A1 number 0.947\nB1 number 0.947 percent 0\nC1 number 1234.5 currency 2\nD1 number 42643 date\n"
             "E1 number 7 as-text\nF1 number 1 number 3\nG1 number 1");
}

TEST_CASE("an empty cell is kept if it is styled, and dropped if not", "[read][cells]") {
    CHECK(lines_of(read_rows(
              R"(<row><c r="A1" s="1"/><c r="B1"/><c r="C1" s="0"></c><c r="D1" s="1"><v/></c></row>)", "",
              styles))
          == "A1 empty percent 0\nD1 empty percent 0");
}

TEST_CASE("rows and cells without references follow those before them", "[read][cells]") {
    CHECK(lines_of(read_rows(R"(
        <row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>
        <row r="5"><c><v>4</v></c></row>
        <row/>
        <row><c r="B7"><v>5</v></c></row>)"))
          == "A1 number 1\nD1 number 2\nE1 number 3\nA5 number 4\nB7 number 5");
}

TEST_CASE("cells out of order are put in order, and of two at one place the last counts", "[read][cells]") {
    CHECK(lines_of(read_rows(R"(
        <row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>
        <row r="1"><c r="A1"><v>3</v></c><c r="B2"><v>4</v></c></row>)"))
          == "A1 number 3\nA2 number 2\nB2 number 4");
}

TEST_CASE("prefixes, comments, CDATA and unknown elements do not get in the way", "[read][cells]") {
    CHECK(
        lines_of(read_rows(
            R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:extLst><x:row r="1"><x:c><x:v>9</x:v></x:c></x:row></x:extLst>
        <!-- <x:row> --><x:sheetData>
        <x:row r="1" spans='1:3'><!-- <x:c> --><x:c t='str' r='A1'><x:v><![CDATA[a<b]]></x:v></x:c>
        <x:c r="B1"><x:v>1<!-- 2 -->3</x:v><x:extLst><x:v>8</x:v></x:extLst></x:c></x:row>
        </x:sheetData></x:worksheet>)"))
        == "A1 text a<b\nB1 number 13");
}

TEST_CASE("rich text is flattened, and readings of it are left out", "[read][text]") {
    CHECK(
        lines_of(read_rows(
            R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>on</t></r><r><rPr><b/></rPr><t> track</t></r></is></c></row>)",
            R"(<sst count="9" uniqueCount="1"><si><r><rPr><b/></rPr><t>Affordable</t></r><r><t xml:space="preserve"> homes </t></r></si>
                                <si><t>%1</t><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></si><si/></sst>)"))
        == "A1 text Affordable homes \nB1 text %1\nC1 text\nD1 text on track");
}

TEST_CASE("references, line ends and SpreadsheetML's escapes in texts are resolved", "[read][text]") {
    CHECK(
        lines_of(read_rows(
            "<row><c t=\"str\"><v>a&amp;b &#163;5 &#x1F600;</v></c><c t=\"str\"><v>one\r\ntwo\rthree</v></c>"
            "<c t=\"str\"><v>a_x000D_b _x005F_x000D_ _x12_</v></c></row>"))
        == "A1 text a&b \xC2\xA3"
           "5 \xF0\x9F\x98\x80\nB1 text one\ntwo\nthree\nC1 text a\rb _x000D_ _x12_");
}

TEST_CASE("hidden rows, columns and merges are known", "[read][shape]") {
    const auto sheet = read_rows(
        R"(<worksheet><sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" width="9" hidden="1"/>
        <col min="5" max="5" width="0" customWidth="1"/><col min="6" max="6" width="9" collapsed="1"/><col min="16384" max="99999" hidden="true"/></cols>
        <sheetData><row r="4" hidden="1"/><row r="2" hidden="true" outlineLevel="1"/><row r="3" ht="0" customHeight="1"/><row r="5" collapsed="1"/></sheetData>
        <mergeCells count="7"><mergeCell ref="A1:C2"/><mergeCell ref="E9:D4"/></mergeCells></worksheet>)");
    CHECK(sheet.hidden_rows == Numbers{2, 3, 4});
    CHECK(sheet.hidden_columns == Numbers{2, 3, 5, 16384});
    REQUIRE(sheet.merges.size() == 2);
    CHECK(to_text(sheet.merges[0]) == "A1:C2");
    CHECK(to_text(sheet.merges[1]) == "D4:E9");
}

TEST_CASE("a sheet without rows is empty", "[read][cells]") {
    CHECK(read_rows("<worksheet/>").cells.empty());
    CHECK(read_rows("<worksheet><sheetData/></worksheet>").cells.empty());
    CHECK(read_rows("<worksheet><cols/><sheetData></sheetData><mergeCells/></worksheet>").cells.empty());
}

TEST_CASE("a sheet longer than the window is read the same, wherever the window's edge falls",
          "[read][stream]") {
    // Rows of growing length move the edge through every kind of token; one row is longer than the window.
    std::string rows = "<worksheet><sheetData>";
    for (std::uint32_t row = 1; row <= 1200; ++row) {
        const std::string r = std::to_string(row);
        rows += "<row r=\"" + r + "\"><c r=\"A" + r + "\"><v>" + r + "</v></c><c r=\"B" + r
                + "\" t=\"inlineStr\"><is><t>row &amp; " + std::string(row == 600 ? 300'000 : row, 'x')
                + "</t></is></c></row>";
    }
    const auto sheet =
        read_rows(rows + "</sheetData><mergeCells><mergeCell ref=\"C1:D1\"/></mergeCells></worksheet>");
    REQUIRE(sheet.cells.size() == 2400);
    for (std::uint32_t row = 1; row <= 1200; ++row) {
        CHECK(sheet.cells[2 * row - 2].number == cells::Decimal(row));
        CHECK(sheet.cells[2 * row - 1].text == "row & " + std::string(row == 600 ? 300'000 : row, 'x'));
    }
    CHECK(sheet.merges.size() == 1);
}

TEST_CASE("many texts are shared across windows", "[read][stream]") {
    std::string strings = "<sst>";
    for (int i = 0; i < 20'000; ++i) strings += "<si><t>text " + std::to_string(i) + "</t></si>";
    CHECK(lines_of(read_rows(
              "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>9876</v></c><c t=\"s\"><v>19999</v></c></row>",
              strings + "</sst>"))
          == "A1 text text 0\nB1 text text 9876\nC1 text text 19999");
}

TEST_CASE("what no sheet may hold is refused, and the place named", "[read][errors]") {
    const std::string next = ". Open the file in Excel, let Excel repair it, and save it again.";
    CHECK(refused_rows(R"(<row r="2"><c r="B2" t="s"><v>5</v></c></row>)", "<sst><si><t>a</t></si></sst>")
          == "return.xlsx: Sheet1!B2: The cell's text is missing from the workbook" + next);
    CHECK(refused_rows(R"(<row r="2"><c r="B2" t="s"><v>-1</v></c></row>)")
          == "return.xlsx: Sheet1!B2: The cell's text is missing from the workbook" + next);
    CHECK(refused_rows(R"(<row r="1048577"/>)")
          == "return.xlsx: Sheet1: A row has a number that no row can have" + next);
    CHECK(refused_rows(R"(<row r="x"/>)")
          == "return.xlsx: Sheet1: A row has a number that no row can have" + next);
    CHECK(refused_rows(R"(<row r="1"><c r="XFE1"/></row>)")
          == "return.xlsx: Sheet1: A cell is said to stand at 'XFE1', which is no place on a sheet" + next);
    CHECK(refused_rows(R"(<row r="1"><c r="XFD1"/><c/></row>)")
          == "return.xlsx: Sheet1: A row has more cells than a sheet has columns" + next);
    CHECK(refused_rows("<row r=\"1\"><c r=\"C1\" t=\"str\"><v>\xE9</v></c></row>")
          == "return.xlsx: Sheet1!C1: The cell holds text that is not UTF-8" + next);
    CHECK(refused_rows("<row/>", "<sst><si><t>\xE9</t></si></sst>")
          == "return.xlsx: xl/sharedStrings.xml: This part holds text that is not UTF-8" + next);
    CHECK(refused_rows("<worksheet><mergeCells><mergeCell ref='A0'/></mergeCells></worksheet>")
          == "return.xlsx: Sheet1: Merged cells have no place on the sheet" + next);
    const std::string not_xml =
        "return.xlsx: xl/worksheets/sheet1.xml: This part is not what a workbook's XML may be: ";
    CHECK(refused_rows("<worksheet><sheetData><row></sheetData></worksheet>")
          == not_xml + "</sheetData> closes <row>" + next);
    CHECK(refused_rows("<worksheet><sheetData><row><c><v>1</v>") == not_xml + "<c> is not closed" + next);
    CHECK(refused_rows("<!DOCTYPE worksheet><worksheet/>") == not_xml + "a DOCTYPE" + next);
    CHECK(refused_rows("<worksheet/>foo") == not_xml + "something beside the root element" + next);
    CHECK(refused_rows(" ")
          == "return.xlsx: xl/worksheets/sheet1.xml: This part of the workbook is empty" + next);
}

TEST_CASE("a broken sheet of many windows is refused as quickly as a sound one is read", "[read][errors]") {
    std::string rows = "<worksheet><sheetData><row>";
    for (int i = 0; i < 200'000; ++i) rows += "<c><v>" + std::to_string(i) + "</v></b>";
    CHECK(refused_rows(rows).find("</b> closes <c>") != std::string::npos);
}

static std::string many(const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

TEST_CASE("limits on cells, merges, texts and formats are named", "[read][errors]") {
    xlsx::Limits limits;
    limits.cells = limits.merges = limits.shared_strings = limits.formats = 2;
    const auto said = [&](const support::Parts& parts) {
        auto package = xlsx::Package::open(support::workbook(parts), "return.xlsx", limits).value();
        const auto book = xlsx::Workbook::open(package);
        const auto error = book ? book->read(0).error() : book.error();
        CHECK(error.kind == cells::Error::Kind::too_large);
        return error.where + ": " + error.what;
    };
    const std::string sheet = "xl/worksheets/sheet1.xml";
    CHECK(said({{sheet, "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"}})
          == "return.xlsx: Sheet1: There are more than 2 cells");
    CHECK(said({{sheet, "<worksheet><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/><mergeCell "
                        "ref='C1:C2'/></mergeCells></worksheet>"}})
          == "return.xlsx: Sheet1: There are more than 2 merged cells");
    CHECK(said({{sheet, "<worksheet><cols>" + many("<col/>", 16'385) + "</cols></worksheet>"}})
          == "return.xlsx: Sheet1: There are more than 16384 column settings");
    CHECK(said({{"xl/sharedStrings.xml", "<sst><si/><si/><si/></sst>"}})
          == "return.xlsx: xl/sharedStrings.xml: There are more than 2 texts");
    CHECK(said({{"xl/styles.xml", "<styleSheet><cellXfs><xf/><xf/><xf/></cellXfs></styleSheet>"}})
          == "return.xlsx: xl/styles.xml: There are more than 2 cell formats");
}

TEST_CASE("one long text in many cells is counted as often as it stands there", "[read][errors]") {
    xlsx::Limits limits;
    limits.text_bytes = 1000;
    const auto read = [&](int cells) {
        auto package = xlsx::Package::open(
                           support::workbook({{"xl/worksheets/sheet1.xml",
                                               "<row>" + many("<c t=\"s\"><v>0</v></c>", cells) + "</row>"},
                                              {"xl/sharedStrings.xml",
                                               "<sst><si><t>" + std::string(100, 'x') + "</t></si></sst>"}}),
                           "return.xlsx", limits)
                           .value();
        return xlsx::Workbook::open(package)->read_all();
    };
    CHECK(read(10));
    CHECK(read(11).error().what == "There are more than 1000 bytes of text in cells");
}

TEST_CASE("a limit on cells is for all sheets together", "[read][errors]") {
    xlsx::Limits limits;
    limits.cells = 3;
    const std::string rows = "<row><c><v>1</v></c><c><v>2</v></c></row>";
    auto package = xlsx::Package::open(support::workbook({{"xl/worksheets/sheet1.xml", rows},
                                                          {"xl/worksheets/sheet2.xml", rows}}),
                                       "return.xlsx", limits)
                       .value();
    const auto book = xlsx::Workbook::open(package).value();
    CHECK(book.read(0));
    CHECK(book.read(1));
    CHECK(book.read_all().error().what == "There are more than 3 cells");
}

TEST_CASE("what a message quotes from a file is short and printable", "[read][errors]") {
    CHECK(refused_rows("<row><c r=\"\x01\xE9" + std::string(500, 'A') + "\"/></row>")
          == "return.xlsx: Sheet1: A cell is said to stand at '??" + std::string(78, 'A')
                 + "...', which is no place on a sheet. Open the file in Excel, let Excel repair it, and "
                   "save it again.");
}
