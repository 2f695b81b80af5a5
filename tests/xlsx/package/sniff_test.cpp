#include "tests/support/workbook_builder.h"
#include "tests/xlsx/package/raw_zip.h"
#include "xlsx/package/package.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using cells::Error;
using support::bytes_of_number;

static std::string said_of(std::string bytes, std::string name = "return.xlsx") {
    const auto package = xlsx::Package::open(std::move(bytes), std::move(name));
    REQUIRE_FALSE(package);
    CHECK(package.error().kind == Error::Kind::not_a_workbook);
    return to_text(package.error());
}

// A compound file of three sectors: a file allocation table and two of directory entries.
static std::string compound_file(const std::vector<std::string>& names) {
    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(22, '\0') + bytes_of_number(9, 2);
    header.resize(48, '\0');
    header += bytes_of_number(1, 4); // the directory's first sector
    header.resize(76, '\0');
    header += bytes_of_number(0, 4); // the allocation table's sector
    header.resize(512, '\xFF');
    std::string table =
        bytes_of_number(0xFFFFFFFD, 4) + bytes_of_number(2, 4) + bytes_of_number(0xFFFFFFFE, 4);
    table.resize(512, '\xFF');
    std::string directory;
    for (const std::string& name : names) {
        std::string entry;
        for (const char c : name) entry += std::string{c, '\0'};
        entry.resize(64, '\0');
        entry += bytes_of_number(2 * name.size() + 2, 2);
        entry.resize(128, '\0');
        directory += entry;
    }
    directory.resize(1024, '\0');
    return header + table + directory;
}

TEST_CASE("whatever is no workbook is called what it is, with what to do next", "[sniff]") {
    const auto [bytes, sentence] = GENERATE(table<std::string, std::string>({
        {"", "return.xlsx: The file is empty (0 bytes). Copy or download it again, or ask for it to be sent "
             "again."},
        {compound_file({"Root Entry", "EncryptionInfo", "EncryptedPackage"}),
         "return.xlsx: The workbook is password-protected, so it cannot be read. Open it in Excel, take the "
         "password off "
         "(File, Info, Protect Workbook, Encrypt with Password) and save it again."},
        {compound_file({"Root Entry", "Workbook"}),
         "return.xlsx: The file is an old Excel workbook (.xls). Open it in Excel and save it as an Excel "
         "workbook (.xlsx)."},
        {compound_file({"Root Entry", "a", "b", "c", "BOOK"}),
         "return.xlsx: The file is an old Excel workbook (.xls). Open it in Excel and save it as an Excel "
         "workbook (.xlsx)."},
        {compound_file({"Root Entry", "WordDocument"}),
         "return.xlsx: The file is an old Word document (.doc). Send the Excel workbook (.xlsx) instead."},
        {compound_file({"Root Entry", "PowerPoint Document"}),
         "return.xlsx: The file is an old PowerPoint presentation (.ppt). Send the Excel workbook (.xlsx) "
         "instead."},
        {compound_file({"Root Entry", "Contents"}),
         "return.xlsx: The file is an Office file of an old kind, and no workbook. Send the Excel workbook "
         "(.xlsx) instead."},
        {compound_file({"Workbook"}).substr(0, 600),
         "return.xlsx: The file starts as an old or password-protected Office file and is damaged. Copy or "
         "download it again, "
         "or ask for it to be sent again."},
        {std::string("\x09\x04\x06\x00\x00\x00\x10\x00", 8),
         "return.xlsx: The file is a very old Excel workbook (.xls). Open it in Excel and save it as an "
         "Excel workbook (.xlsx)."},
        {"Ref,Measure,Actual\r\nNI155,Affordable homes,210\r\n",
         "return.xlsx: The file is text (CSV), whatever its name says. Open it in Excel and save it as an "
         "Excel workbook (.xlsx)."},
        {std::string("\xFF\xFER\0e\0f\0\t\0A\0\r\0\n\0", 16),
         "return.xlsx: The file is text (CSV), whatever its name says. Open it in Excel and save it as an "
         "Excel workbook (.xlsx)."},
        {"The return is late this quarter",
         "return.xlsx: The file is plain text, and no workbook. Send the Excel workbook (.xlsx) instead."},
        {"<html><body><TABLE><tr><td>210</td></tr></table></body></html>",
         "return.xlsx: The file is a web page (HTML), whatever its name says. Open it in Excel and save it "
         "as an Excel workbook "
         "(.xlsx)."},
        {"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
         "return.xlsx: The file is an XML spreadsheet of Excel 2003. Open it in Excel and save it as an "
         "Excel workbook (.xlsx)."},
        {"<?xml version=\"1.0\"?><plan/>", "return.xlsx: The file is an XML document, and no workbook. Send "
                                           "the Excel workbook (.xlsx) instead."},
        {"%PDF-1.7\n", "return.xlsx: The file is a PDF. Send the Excel workbook (.xlsx) instead."},
        {"{\\rtf1 The return}",
         "return.xlsx: The file is a text document (RTF). Send the Excel workbook (.xlsx) instead."},
        {std::string("\x89PNG\r\n\x1A\n\0\0", 10), "return.xlsx: The file is not an Excel workbook, or is "
                                                   "badly damaged. Send the Excel workbook (.xlsx) instead."},
        {support::workbook().substr(0, 400), "return.xlsx: The file is cut short: the end of the workbook is "
                                             "missing. Copy or download it again, or ask for it to be "
                                             "sent again."},
        {support::archive({}),
         "return.xlsx: The file is an empty zip archive. Send the Excel workbook (.xlsx) instead."},
        {support::archive({{"housing.xlsx", "PK"}}), "return.xlsx: The file is a zip archive, and no "
                                                     "workbook. Take the workbook out of it and send that."},
        {support::archive(
             {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}}),
         "return.xlsx: The file is an OpenDocument spreadsheet (.ods). Open it in Excel and save it as an "
         "Excel workbook (.xlsx)."},
        {support::archive({{"mimetype", "application/vnd.oasis.opendocument.text"}}),
         "return.xlsx: The file is an OpenDocument file, and no spreadsheet. Send the Excel workbook (.xlsx) "
         "instead."},
        {support::archive({{"content.xml", "<a/>"}, {"META-INF/manifest.xml", "<a/>"}}),
         "return.xlsx: The file is an OpenDocument file. Open it in Excel and save it as an Excel workbook "
         "(.xlsx)."},
        {support::archive({{"Index/Document.iwa", "?"}}),
         "return.xlsx: The file is an Apple Numbers document. Export it as Excel (.xlsx)."},
        {support::archive({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "?"}}),
         "return.xlsx: The file is a binary Excel workbook (.xlsb). Open it in Excel and save it as an Excel "
         "workbook (.xlsx)."},
        {support::archive({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<a/>"}}),
         "return.xlsx: The file is a Word document. Send the Excel workbook (.xlsx) instead."},
        {support::archive({{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", "<a/>"}}),
         "return.xlsx: The file is a PowerPoint presentation. Send the Excel workbook (.xlsx) instead."},
        {support::workbook({{"xl/workbook.xml", ""}}),
         "return.xlsx: The file is an Office file without a workbook in it. Send the Excel workbook (.xlsx) "
         "instead."},
    }));
    CHECK(said_of(bytes) == sentence);
}

TEST_CASE("a document is known by its type where its parts have unusual names", "[sniff]") {
    const auto of_type = [](const std::string& type) {
        return support::archive(
            {{"[Content_Types].xml",
              "<Types><Override PartName=\"/a/main.xml\" ContentType=\"" + type + "\"/></Types>"},
             {"_rels/.rels",
              "<Relationships><Relationship Id=\"r\" Type=\"http://purl.oclc.org/ooxml/officeDocument/"
              "relationships/officeDocument\" Target=\"/a/main.xml\"/></Relationships>"},
             {"a/main.xml", "<a/>"}});
    };
    CHECK(said_of(of_type("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))
          == "return.xlsx: The file is a Word document. Send the Excel workbook (.xlsx) instead.");
    CHECK(said_of(of_type("application/vnd.ms-excel.sheet.binary.macroEnabled.main"))
          == "return.xlsx: The file is a binary Excel workbook (.xlsb). Open it in Excel and save it as an "
             "Excel workbook (.xlsx).");
    const auto workbook =
        xlsx::Package::open(of_type("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "return.xlsm");
    REQUIRE(workbook);
    CHECK(workbook->workbook_part() == "a/main.xml");
}

TEST_CASE("the mark that Excel leaves beside an open workbook is called that", "[sniff]") {
    CHECK(said_of("\x05"
                  "Jones"
                      + std::string(159, ' '),
                  "returns/~$housing.xlsx")
          == "returns/~$housing.xlsx: The file is the mark that Excel leaves while a workbook is open. Send "
             "the workbook "
             "itself, whose name does not start with ~$.");
}

TEST_CASE("a compound file whose directory runs in a circle ends", "[sniff]") {
    std::string bytes = compound_file({"Root Entry"});
    bytes.replace(512 + 4, 4, bytes_of_number(1, 4)); // the directory's sector follows itself
    CHECK(said_of(bytes)
          == "return.xlsx: The file is an Office file of an old kind, and no workbook. Send the Excel "
             "workbook (.xlsx) instead.");
}
