// Each template is filled: nothing is left of its slots, nothing is wrong with the workbook, other programs
// open it and calculate what it means.
#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/templates/committee_templates.h"
#include "xlsx/fill/fill.h"
#include "xlsx/lint/lint.h"
#include "xlsx/package/package.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using committee::Template;

static std::vector<Template> all_templates() {
    return {committee::grouped_indicators(), committee::five_years(),    committee::good_is(),
            committee::page_per_indicator(), committee::four_quarters(), committee::fixed_rows(),
            committee::three_blocks(),       committee::finance(),       committee::two_row_counts(),
            committee::risk_register()};
}

static std::string drawn_bytes(const Template& one, const support::TemporaryFolder& folder) {
    const auto file = folder.path() / (one.name + ".xlsx");
    draw::Book book(file, one.name);
    one.draw(book);
    book.save();
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

static xlsx::Package opened(const Template& one, const support::TemporaryFolder& folder) {
    auto package = xlsx::Package::open(drawn_bytes(one, folder), one.name + ".xlsx");
    REQUIRE(package);
    return std::move(*package);
}

static xlsx::Package filled(const Template& one, const support::TemporaryFolder& folder) {
    xlsx::Package package = opened(one, folder);
    const auto done = xlsx::fill(package, one.slots);
    INFO((done ? "" : to_text(done.error())));
    REQUIRE(done);
    return package;
}

// "Sheet!A1 value" for each cell, as LibreOffice calculates it.
static std::set<std::string> calculated(const std::string& workbook) {
    const support::TemporaryFolder folder;
    const auto given = folder.write("filled.xlsx", workbook);
    std::filesystem::create_directory(folder.path() / "calculated");
    support::run_reader("resave.py", "libreoffice\n" + given.string() + "\t"
                                         + (folder.path() / "calculated").string() + "\n");
    std::istringstream lines(
        support::run_reader("dump_cells.py", (folder.path() / "calculated/filled.xlsx").string() + "\n"));
    std::set<std::string> cells;
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> fields;
        std::istringstream pieces(line);
        for (std::string field; std::getline(pieces, field, '\t');) fields.push_back(field);
        if (fields.size() == 5 && fields[0] == "cell")
            cells.insert(fields[1] + "!" + fields[2] + " " + fields[4]);
    }
    return cells;
}

TEST_CASE("ten committee templates are filled, with nothing left of their slots and nothing to repair",
          "[templates]") {
    const support::TemporaryFolder folder;
    for (const Template& one : all_templates()) {
        CAPTURE(one.name);
        xlsx::Package package = filled(one, folder);
        for (const xlsx::Fault& fault : xlsx::lint(package)) FAIL_CHECK(fault.part + ": " + fault.what);
        for (const std::string& part : package.parts()) {
            if (!part.ends_with(".xml") && !part.ends_with(".rels")) continue;
            CAPTURE(part);
            const auto text = package.text(part);
            REQUIRE(text);
            CHECK_FALSE(text->contains("{{"));
        }
    }
}

TEST_CASE("a filled committee template is as valid as the template", "[templates][judges]") {
    const auto schemas = support::need_shared("xsd");
    const support::TemporaryFolder folder;
    std::string pairs = schemas.string() + "\n";
    for (const Template& one : all_templates()) {
        const auto given = folder.write(one.name + "-template.xlsx", drawn_bytes(one, folder));
        const auto output = folder.write(one.name + "-filled.xlsx", filled(one, folder).save());
        pairs += given.string() + "\t" + output.string() + "\n";
    }
    CHECK(support::run_reader("schema_difference.py", pairs).empty());
}

TEST_CASE("LibreOffice calculates what the filled templates mean", "[templates][judges]") {
    const support::TemporaryFolder folder;
    const auto has = [](const std::set<std::string>& cells, const std::string& cell) {
        INFO(cell);
        CHECK(cells.contains(cell));
    };
    const auto finance = calculated(filled(committee::finance(), folder).save());
    for (const char* cell : {"Budget!B11 69370", "Budget!C11 70760", "Budget!D11 1390", "Budget!B14 33910",
                             "Budget!B18 102620", "Budget!D18 3970"})
        has(finance, cell);
    const auto grouped = calculated(filled(committee::grouped_indicators(), folder).save());
    for (const char* cell :
         {"Performance!F9 5", "Performance!B10 0.5", "Performance!A17 Housing: 0 Red",
          "Performance!A22 None this quarter", "Performance!A23 Private sector housing: 1 Red"})
        has(grouped, cell);
    const auto pages = calculated(filled(committee::page_per_indicator(), folder).save());
    for (const char* cell : {"Contents!D4 51", "Contents!D105 60", "1!A1 1. Indicator number 1",
                             "102!A1 102. Indicator number 102"})
        has(pages, cell);
    const auto risks = calculated(filled(committee::risk_register(), folder).save());
    for (const char* cell : {"Register!A4 R1", "Register!A5 R2", "Register!A6 R4", "Register!A7 R3",
                             "Matrix!E5 1", "Matrix!B8 1", "Matrix!E8 1"})
        has(risks, cell);
}

TEST_CASE("a symbol stands on the row of its status", "[templates]") {
    const support::TemporaryFolder folder;
    xlsx::Package package = filled(committee::good_is(), folder);
    const auto text = package.text("xl/drawings/drawing1.xml");
    REQUIRE(text);
    const auto anchor = [&](const std::string& description) {
        const auto at = text->find("descr=\"" + description + "\"");
        REQUIRE(at != std::string_view::npos);
        const auto row = text->rfind("<xdr:from>", at);
        const auto start = text->find("<xdr:row>", row) + 9;
        return std::string(text->substr(start, text->find('<', start) - start));
    };
    CHECK(anchor("Red: Delayed transfers per 100,000") == "5");
    CHECK(anchor("Green: Reviews held in time") == "6");
    CHECK(anchor("Amber: Potholes mended in five days") == "8");
}

// For people: fills the templates into the current folder, to be printed and looked at.
TEST_CASE("the filled committee templates are written here", "[.look]") {
    const support::TemporaryFolder folder;
    for (const Template& one : all_templates())
        std::ofstream(one.name + ".xlsx", std::ios::binary) << filled(one, folder).save();
}
