// The committed workbooks are what their tables and the drawing code make of them.
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/tools/support/workbook_parts.h"
#include "tools/draw/samples.h"
#include "tools/draw/scorecard.h"
#include "xlsx/package/package.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <set>
#include <string>

namespace fs = std::filesystem;

static const fs::path source = OUTTURN_SOURCE_DIR;

/// What the cells of a workbook say, whoever saved it.
static std::string words_of(const fs::path& file) {
    auto package = xlsx::Package::open(support::bytes_of(file), file.string());
    REQUIRE(package);
    const auto workbook = xlsx::Workbook::open(*package);
    REQUIRE(workbook);
    const auto sheets = workbook->read_all();
    REQUIRE(sheets);
    std::string all;
    for (const cells::Sheet& sheet : *sheets)
        for (const cells::Cell& cell : sheet.cells)
            // What a formula comes to is the other program's to say.
            if (!cell.formula && cell.kind != cells::Cell::Kind::empty)
                all += sheet.name + "!" + cells::to_text(cell.at) + " "
                       + cells::shown_text(cell, sheet.date1904) + "\n";
    return all;
}

static std::set<fs::path> workbooks_in(const fs::path& folder) {
    std::set<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".xlsx" || entry.path().extension() == ".xlsm")
            files.insert(fs::relative(entry.path(), folder));
    return files;
}

TEST_CASE("the committed samples are what their tables say", "[generated]") {
    const support::TemporaryFolder drawn;
    draw::draw_samples({.from = source / "samples", .into = drawn.path()});
    for (const fs::path& file : workbooks_in(drawn.path())) {
        INFO(file << " is stale. Run: cmake --build build/dev --target generate");
        const bool same =
            support::workbook_parts(drawn / file) == support::workbook_parts(source / "samples" / file);
        CHECK(same);
    }
    INFO("samples/README.md is stale. Run: cmake --build build/dev --target generate");
    CHECK(support::bytes_of(drawn / "README.md") == support::bytes_of(source / "samples/README.md"));
}

TEST_CASE("a sample that another program saved says what its table says", "[generated]") {
    const support::TemporaryFolder drawn;
    draw::draw_samples({.from = source / "samples", .into = drawn.path(), .resaved = true});
    const std::set<fs::path> files = workbooks_in(drawn.path());
    CHECK(files.size() == 2);
    for (const fs::path& file : files) {
        INFO(file << " is stale. Run: tools/draw/resave build/dev/tools/draw/outturn_draw");
        CHECK(words_of(drawn / file) == words_of(source / "samples" / file));
    }
}

TEST_CASE("every committed sample has a table that it is made of", "[generated]") {
    const support::TemporaryFolder drawn;
    draw::draw_samples({.from = source / "samples", .into = drawn.path()});
    draw::draw_samples({.from = source / "samples", .into = drawn.path(), .resaved = true});
    CHECK(workbooks_in(source / "samples") == workbooks_in(drawn.path()));
}

TEST_CASE("the committed template of the Cabinet is the drawn one", "[generated]") {
    const support::TemporaryFolder drawn;
    draw::draw_scorecard(drawn / "cabinet-scorecard.xlsx");
    INFO("The template is stale. Run: cmake --build build/dev --target generate");
    const bool same =
        support::workbook_parts(drawn / "cabinet-scorecard.xlsx")
        == support::workbook_parts(source / "templates/cheshire-west-and-chester/cabinet-scorecard.xlsx");
    CHECK(same);
}

TEST_CASE("drawing twice gives the same bytes", "[generated]") {
    const support::TemporaryFolder first;
    const support::TemporaryFolder second;
    for (const support::TemporaryFolder* folder : {&first, &second})
        draw::draw_samples({.from = source / "samples", .into = folder->path(), .clean = true});
    for (const fs::path& file : workbooks_in(first.path())) {
        INFO(file);
        const bool same = support::bytes_of(first / file) == support::bytes_of(second / file);
        CHECK(same);
    }
}
