#include "xlsx/read/workbook.h"

#include "tests/support/workbook_builder.h"
#include "tests/xlsx/read/read_sheet.h"

#include <catch2/catch_test_macros.hpp>

using support::opened;
using support::workbook;
using xlsx::Workbook;

static constexpr const char* relationships =
    "<Relationships><Relationship Id='a' "
    "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "worksheet' Target='/xl/worksheets/sheet1.xml'/><Relationship Id='b' "
    "Type='http://schemas.openxmlformats.org/"
    "officeDocument/2006/relationships/chartsheet' Target='chartsheets/sheet1.xml'/></Relationships>";

static support::Parts listing(const std::string& sheets, const std::string& before = "") {
    return {{"xl/worksheets/sheet1.xml", "<row><c><v>210</v></c></row>"},
            {"xl/_rels/workbook.xml.rels", relationships},
            {"xl/workbook.xml", "<x:workbook xmlns:x='main' xmlns:rel='r'>" + before + "<x:sheets>" + sheets
                                    + "</x:sheets></x:workbook>"}};
}

TEST_CASE("sheets are listed in the order of their tabs, hidden ones and charts too", "[read][workbook]") {
    auto package = opened(workbook(
        listing("<x:sheet name='Chart' rel:id='b'/><x:sheet name='Q&amp;A' state='veryHidden' rel:id='a'/>"
                "<x:sheet name='Module1' rel:id=''/>")));
    const auto book = Workbook::open(package).value();
    REQUIRE(book.sheets().size() == 3);
    CHECK(book.sheets()[0].name == "Chart");
    CHECK_FALSE(book.sheets()[0].worksheet);
    CHECK_FALSE(book.sheets()[0].hidden);
    CHECK(book.sheets()[1].name == "Q&A");
    CHECK(book.sheets()[1].part == "xl/worksheets/sheet1.xml");
    CHECK(book.sheets()[1].hidden);
    CHECK_FALSE(book.sheets()[2].worksheet);
    CHECK(book.read(0)->cells.empty());
    const auto all = book.read_all().value();
    REQUIRE(all.size() == 1);
    CHECK(all[0].name == "Q&A");
    CHECK(all[0].hidden);
    CHECK(all[0].cells.size() == 1);
}

TEST_CASE("a workbook that counts its dates from 1904 says so on each sheet", "[read][workbook]") {
    auto package =
        opened(workbook(listing("<x:sheet name='S' rel:id='a'/>", "<x:workbookPr date1904='true'/>")));
    const auto book = Workbook::open(package).value();
    CHECK(book.date1904());
    CHECK(book.read(0)->date1904);
}

TEST_CASE("a sheet that is listed and not there stops the reading", "[read][workbook]") {
    auto package = opened(workbook(listing("<x:sheet name='Return' rel:id='lost'/>")));
    CHECK(to_text(Workbook::open(package).error())
          == "return.xlsx: Return: The sheet is listed, and is not there. Open the file in Excel, let Excel "
             "repair it, "
             "and save it again.");
}

TEST_CASE("a workbook without sheets is damaged", "[read][workbook]") {
    auto package = opened(workbook(listing("")));
    CHECK(Workbook::open(package).error().what == "The workbook has no sheets");
}

TEST_CASE("more sheets than the limit are not read", "[read][workbook]") {
    xlsx::Limits limits;
    limits.sheets = 1;
    auto package =
        xlsx::Package::open(workbook(listing("<x:sheet name='A' rel:id='a'/><x:sheet name='B' rel:id='a'/>")),
                            "return.xlsx", limits)
            .value();
    CHECK(Workbook::open(package).error().what == "There are more than 1 sheets");
}

TEST_CASE("styles and texts that were promised and left out are done without", "[read][workbook]") {
    auto package = opened(workbook({{"xl/styles.xml", ""}, {"xl/sharedStrings.xml", ""}}));
    CHECK(Workbook::open(package));
}

TEST_CASE("a plain workbook gives no notice", "[read][workbook][notices]") {
    auto package = opened(workbook());
    const auto notices = Workbook::open(package)->notices();
    CHECK_FALSE((notices.macros || notices.digital_signature || notices.external_links
                 || notices.embedded_objects || notices.structure_protected));
}

TEST_CASE("macros, signatures, links, objects and protection are noticed", "[read][workbook][notices]") {
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    auto package = opened(workbook({
        {"xl/worksheets/sheet1.xml", "<row/>"},
        {"xl/vbaProject.bin", "?"},
        {"xl/embeddings/oleObject1.bin", "?"},
        {"_xmlsignatures/sig1.xml", "<Signature/>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Type='" + office
             + "worksheet' Target='worksheets/sheet1.xml'/>"
             + "<Relationship Id='rId2' "
               "Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject' "
               "Target='vbaProject.bin'/><Relationship Id='rId3' Type='"
             + office + "externalLink' Target='externalLinks/externalLink1.xml'/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r='r'><workbookProtection lockStructure='1'/><sheets><sheet name='S' "
         "r:id='rId1'/></sheets></workbook>"},
    }));
    const auto notices = Workbook::open(package)->notices();
    CHECK(notices.macros);
    CHECK(notices.digital_signature);
    CHECK(notices.external_links);
    CHECK(notices.embedded_objects);
    CHECK(notices.structure_protected);
}

TEST_CASE("a large sheet is read row by row, on one thread or two alike", "[read]") {
    std::string rows;
    for (int row = 1; row <= 60'000; ++row)
        rows += "<row r=\"" + std::to_string(row) + "\"><c r=\"A" + std::to_string(row) + "\"><v>"
                + std::to_string(row) + ".5</v></c><c r=\"B" + std::to_string(row)
                + "\" t=\"inlineStr\"><is><t>note</t></is></c></row>";
    REQUIRE(rows.size() > 4'200'000); // smaller ones are not worth a thread
    const auto sum_of = [&](unsigned threads) {
        auto package = support::opened(support::workbook({{"xl/worksheets/sheet1.xml", rows}}));
        package.use_threads(threads);
        const auto book = xlsx::Workbook::open(package);
        REQUIRE(book);
        cells::Decimal sum;
        std::uint32_t rows_taken = 0;
        bool in_order = true;
        const auto shape = book->stream(0, [&](std::uint32_t row, std::span<cells::Cell> cells) {
            in_order = in_order && row == ++rows_taken;
            sum = sum + *cells.front().number;
        });
        REQUIRE(shape);
        CHECK(in_order);
        CHECK(rows_taken == 60'000);
        return sum;
    };
    CHECK(sum_of(1).to_text() == "1800060000");
    CHECK(sum_of(2).to_text() == "1800060000");
}
