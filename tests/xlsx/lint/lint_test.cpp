#include "xlsx/lint/lint.h"

#include "tests/support/shared_data.h"
#include "tests/xlsx/edit/corpus_files.h"
#include "tests/xlsx/edit/rich_workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>

using support::Parts;
using support::rich_parts;
using support::text_of;

static std::vector<xlsx::Fault> faults_of(const Parts& parts, const std::string& name = "return.xlsx") {
    auto package = xlsx::Package::open(support::archive(parts), name);
    REQUIRE(package);
    return xlsx::lint(*package);
}

static std::string listed(const std::vector<xlsx::Fault>& faults) {
    std::string lines;
    for (const xlsx::Fault& fault : faults)
        lines += fault.invariant + " " + fault.part + ": " + fault.what + "\n";
    return lines;
}

TEST_CASE("a sound workbook has no faults", "[lint]") {
    CHECK(listed(faults_of(rich_parts())).empty());
}

namespace {

/// One fault put into the sound workbook: in a part, one text for another.
struct Mutant {
    const char* invariant;
    const char* part;
    const char* was;
    const char* is;
};

constexpr const char* types = "[Content_Types].xml";
constexpr const char* book = "xl/workbook.xml";
constexpr const char* book_rels = "xl/_rels/workbook.xml.rels";
constexpr const char* sheet = "xl/worksheets/sheet1.xml";
constexpr const char* sheet_rels = "xl/worksheets/_rels/sheet1.xml.rels";
constexpr const char* styles = "xl/styles.xml";
constexpr const char* comments = "xl/comments1.xml";
constexpr const char* drawing = "xl/drawings/vmlDrawing1.vml";
constexpr const char* table = "xl/tables/table1.xml";
constexpr const char* app = "docProps/app.xml";

const Mutant mutants[] = {
    {"P1", types, "</Types>", "<Default Extension=\"vml\" ContentType=\"text/xml\"/></Types>"},
    {"P1", types, "<Default Extension=\"vml\"", "<Default Extension=\"vm\""},
    {"P2", types, "/xl/comments1.xml", "/xl/comments2.xml"},
    {"P2", types, "</Types>", "<Override PartName=\"/[Content_Types].xml\" ContentType=\"x\"/></Types>"},
    {"P3", types, "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"},
    {"P4", sheet_rels, "../comments1.xml", "../comments9.xml"},
    {"P4", sheet_rels, "\"rId3\"", "\"rId2\""},
    {"P4", sheet, "<legacyDrawing r:id=\"rId1\"/>", "<legacyDrawing r:id=\"rId7\"/>"},
    {"P4", sheet, "<tablePart r:id=\"rId2\"/>", "<tablePart r:id=\"rId3\"/>"},
    {"P4", book, "r:id=\"rId2\"", "r:id=\"rId22\""},
    {"P4", book_rels, "worksheets/sheet2.xml", "worksheets/sheet3.xml"},
    {"P7", sheet, "<worksheet ",
     "<worksheet xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
     "mc:Ignorable=\"xr9\" "},
    {"P8", app, "<vt:i4>2</vt:i4>", "<vt:i4>3</vt:i4>"},
    {"P8", app, "<vt:vector size=\"3\"", "<vt:vector size=\"4\""},
    {"W1", book, "sheetId=\"4\"", "sheetId=\"1\""},
    {"W1", book, "r:id=\"rId2\"", "r:id=\"rId1\""},
    {"W2", book, "name=\"Total\"", "name=\"Total\" localSheetId=\"2\""},
    {"W3", book, "</definedNames>", "<definedName name=\"TOTAL\">1</definedName></definedNames>"},
    {"W3", book, ">Return!$C$6<", "><"},
    {"W5", book, "name=\"Lists\"", "name=\"RETURN\""},
    {"W5", book, "name=\"Lists\"", "name=\"Lists [old]\""},
    {"W5", book, "name=\"Lists\"", "name=\"Lists of all that can be chosen\xC2\xA0\""},
    {"W6", book, "activeTab=\"0\"", "activeTab=\"2\""},
    {"S1", book, "<calcPr calcId=\"191029\"/>", "<bookViews/>"},
    {"S1", sheet, "<dimension ref=\"B1:D6\"/>", "<pageMargins/><dimension ref=\"B1:D6\"/>"},
    {"S1", styles, "</styleSheet>", "<fonts count=\"0\"/></styleSheet>"},
    {"S2", sheet, "<hyperlink ref=\"B4\" location=\"Lists!A1\" display=\"Lists\"/>", ""},
    {"S2", sheet, "<pageMargins", "<conditionalFormatting sqref=\"A1\"/><pageMargins"},
    {"S3", sheet, "<row r=\"5\"", "<row r=\"4\""},
    {"S3", sheet, "<c r=\"C5\">", "<c r=\"A5\">"},
    {"S3", sheet, "<c r=\"C5\">", "<c r=\"C6\">"},
    {"S6", sheet, "<c r=\"C5\"><v>12</v>", "<c r=\"C5\"><v>twelve</v>"},
    {"S6", sheet, "<c r=\"B4\" t=\"s\"><v>3</v>", "<c r=\"B4\" t=\"s\"><v>5</v>"},
    {"S6", sheet, "<c r=\"C5\"><v>12</v>", "<c r=\"C5\" t=\"b\"><v>12</v>"},
    {"S7", sheet, "<c r=\"C5\">", "<c r=\"C5\" vm=\"1\">"},
    {"S8", sheet, "<c r=\"C4\" s=\"1\">", "<c r=\"C4\" s=\"3\">"},
    {"S13", styles, "<cellXfs count=\"3\">", "<cellXfs count=\"2\">"},
    {"S13", sheet, "<mergeCells count=\"1\">", "<mergeCells count=\"2\">"},
    {"S15", sheet, "<col min=\"2\"", "<col min=\"1\""},
    {"D1", sheet, "dxfId=\"0\"", "dxfId=\"1\""},
    {"D2", sheet, "priority=\"1\"", "priority=\"0\""},
    {"Y1", styles, "fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat",
     "fontId=\"4\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat"},
    {"Y2", styles, "<dxf><font><b/></font>", "<dxf><border/><font><b/></font>"},
    {"M1", sheet, "<mergeCell ref=\"B1:D1\"/>", "<mergeCell ref=\"B1:D1\"/><mergeCell ref=\"D1:E2\"/>"},
    {"M2", sheet, "<mergeCell ref=\"B1:D1\"/>", "<mergeCell ref=\"B1\"/>"},
    {"M3", sheet, "<mergeCell ref=\"B1:D1\"/>", "<mergeCell ref=\"B4:C4\"/>"},
    {"H1", sheet, "<hyperlink ref=\"B4\"", "<hyperlink ref=\"4B\""},
    {"F1", sheet, "<f>SUM(C4:C5)</f>", "<f t=\"shared\" si=\"0\"/>"},
    {"N1", sheet, "<legacyDrawing r:id=\"rId1\"/>", ""},
    {"N2", drawing, "_x0000_s1026", "_x0000_s2049"},
    {"N2", drawing, "_x0000_s1026", "_x0000_s1025"},
    {"N5", comments, "ref=\"C5\"", "ref=\"C4\""},
    {"N5", comments, "authorId=\"0\"", "authorId=\"1\""},
    {"N5", drawing, "<x:Row>4</x:Row>", "<x:Row>5</x:Row>"},
    {"N7", drawing, "3, 15, 3, 2, 5, 31, 7, 1", "16383, 15, 3, 2, 16390, 31, 7, 1"},
    {"T2", table, "displayName=\"Indicators\"", "displayName=\"All indicators\""},
    {"T3", table, "ref=\"B3:D5\" totals", "ref=\"B3:E5\" totals"},
    {"T4", "xl/sharedStrings.xml", "<t>Status</t>", "<t>RAG</t>"},
    {"T5", table, "name=\"Status\"", "name=\"ACTUAL\""},
    {"T6", table, "<autoFilter ref=\"B3:D5\"/>", "<autoFilter ref=\"B3:D4\"/>"},
    {"K1", "xl/calcChain.xml", "r=\"C6\"", "r=\"C5\""},
    {"X1", styles, "</styleSheet>", ""},
};

} // namespace

TEST_CASE("each fault that Excel would repair is found, and named", "[lint]") {
    for (const Mutant& mutant : mutants) {
        Parts parts = rich_parts();
        std::string& text = text_of(parts, mutant.part);
        const auto at = text.find(mutant.was);
        INFO(mutant.invariant << " " << mutant.part << ": " << mutant.was << " -> " << mutant.is);
        REQUIRE(at != std::string::npos);
        text.replace(at, std::string_view(mutant.was).size(), mutant.is);
        const auto faults = faults_of(parts);
        INFO(listed(faults));
        CHECK(std::ranges::find(faults, mutant.invariant, &xlsx::Fault::invariant) != faults.end());
    }
}

TEST_CASE("an empty calculation chain is a fault", "[lint]") {
    Parts parts = rich_parts();
    text_of(parts, "xl/calcChain.xml") =
        "<calcChain xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    CHECK(listed(faults_of(parts)) == "K2 xl/calcChain.xml: The calculation chain is empty\n");
}

TEST_CASE("two drawings that number their shapes alike are a fault", "[lint]") {
    Parts parts = rich_parts();
    parts.emplace_back("xl/drawings/vmlDrawing2.vml", text_of(parts, "xl/drawings/vmlDrawing1.vml"));
    CHECK(listed(faults_of(parts))
          == "N2 xl/drawings/vmlDrawing2.vml: Block 1 of shape numbers is that of "
             "xl/drawings/vmlDrawing1.vml as well\n");
}

TEST_CASE("two tables of one number or one name are a fault", "[lint]") {
    Parts parts = rich_parts();
    parts.emplace_back("xl/tables/table2.xml", text_of(parts, "xl/tables/table1.xml"));
    std::string& types = text_of(parts, "[Content_Types].xml");
    types.insert(types.find("</Types>"),
                 "<Override PartName=\"/xl/tables/table2.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml\"/>");
    std::string& related = text_of(parts, "xl/worksheets/_rels/sheet1.xml.rels");
    related.insert(related.find("</Relationships>"),
                   "<Relationship Id=\"rId9\" "
                   "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" "
                   "Target=\"../tables/table2.xml\"/>");
    CHECK(listed(faults_of(parts))
          == "T1 xl/tables/table2.xml: The table's number is missing or taken\n"
             "T2 xl/tables/table2.xml: The table's name 'Indicators' is taken or no name\n");
}

TEST_CASE("macros in a workbook that says it has none are a fault", "[lint]") {
    Parts parts = rich_parts();
    parts.emplace_back("xl/vbaProject.bin", "macros");
    std::string& types = text_of(parts, "[Content_Types].xml");
    types.insert(
        types.find("</Types>"),
        "<Override PartName=\"/xl/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>");
    CHECK(listed(faults_of(parts))
          == "P3 xl/workbook.xml: The workbook holds macros and its content type says that it does not\n");
}

TEST_CASE("what Excel itself writes is hardly ever called a fault", "[lint][corpus]") {
    std::size_t files = 0;
    std::size_t faulty = 0;
    std::string alarms;
    for (const auto& file : support::corpus_files([](const support::CorpusFile& one) {
             return one.producer.starts_with("Microsoft") && one.bytes < 300'000 && !one.has("corrupt");
         })) {
        auto package = xlsx::Package::open(support::bytes_of(file), file.filename().string());
        if (!package) continue;
        ++files;
        const auto faults = xlsx::lint(*package);
        if (faults.empty()) continue;
        ++faulty;
        alarms += file.filename().string() + "\n" + listed(faults);
    }
    INFO(alarms);
    CHECK(faulty < 15); // edited by hand for somebody's tests, nearly all
    CHECK(files > 500);
}
