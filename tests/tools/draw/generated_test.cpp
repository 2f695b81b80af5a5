// The committed workbooks are what their tables and the drawing code make of them.
#include "tools/draw/samples.h"
#include "tools/draw/scorecard.h"
#include "xlsx/package/package.h"
#include "xlsx/read/workbook.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

static const fs::path source = OUTTURN_SOURCE_DIR;

namespace {

/// A folder that is gone when the test is.
class Scratch {
public:
    explicit Scratch(const std::string& name)
        : path_(fs::temp_directory_path() / ("outturn_draw_test_" + name)) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Scratch() { fs::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

} // namespace

static std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

/// A workbook's parts and their texts. Compressed bytes may differ between versions of zlib; these may not.
static std::string parts_of(const fs::path& file) {
    auto package = xlsx::Package::open(bytes_of(file), file.string());
    if (!package) return cells::to_text(package.error());
    std::string all;
    for (const std::string& part : package->parts()) {
        const auto text = package->text(part);
        all += part + "\n" + std::string(text ? *text : cells::to_text(text.error())) + "\n";
    }
    return all;
}

/// What the cells of a workbook say, whoever saved it.
static std::string words_of(const fs::path& file) {
    auto package = xlsx::Package::open(bytes_of(file), file.string());
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
        if (entry.path().extension() == ".xlsx") files.insert(fs::relative(entry.path(), folder));
    return files;
}

TEST_CASE("the committed samples are what their tables say", "[generated]") {
    const Scratch drawn("samples");
    draw::draw_samples({.from = source / "samples", .into = drawn.path()});
    for (const fs::path& file : workbooks_in(drawn.path())) {
        INFO(file << " is stale. Run: cmake --build build/dev --target generate");
        const bool same = parts_of(drawn.path() / file) == parts_of(source / "samples" / file);
        CHECK(same);
    }
    INFO("samples/README.md is stale. Run: cmake --build build/dev --target generate");
    CHECK(bytes_of(drawn.path() / "README.md") == bytes_of(source / "samples/README.md"));
}

TEST_CASE("a sample that another program saved says what its table says", "[generated]") {
    const Scratch drawn("resaved");
    draw::draw_samples({.from = source / "samples", .into = drawn.path(), .resaved = true});
    const std::set<fs::path> files = workbooks_in(drawn.path());
    CHECK(files.size() == 2);
    for (const fs::path& file : files) {
        INFO(file << " is stale. Run: tools/draw/resave build/dev/tools/draw/outturn_draw");
        CHECK(words_of(drawn.path() / file) == words_of(source / "samples" / file));
    }
}

TEST_CASE("every committed sample has a table that it is made of", "[generated]") {
    const Scratch drawn("all");
    draw::draw_samples({.from = source / "samples", .into = drawn.path()});
    draw::draw_samples({.from = source / "samples", .into = drawn.path(), .resaved = true});
    CHECK(workbooks_in(source / "samples") == workbooks_in(drawn.path()));
}

TEST_CASE("the committed template of the Cabinet is the drawn one", "[generated]") {
    const Scratch drawn("template");
    draw::draw_scorecard(drawn.path() / "cabinet-scorecard.xlsx");
    INFO("The template is stale. Run: cmake --build build/dev --target generate");
    const bool same = parts_of(drawn.path() / "cabinet-scorecard.xlsx")
                      == parts_of(source / "templates/cheshire-west-and-chester/cabinet-scorecard.xlsx");
    CHECK(same);
}

TEST_CASE("drawing twice gives the same bytes", "[generated]") {
    const Scratch first("first");
    const Scratch second("second");
    for (const Scratch* scratch : {&first, &second})
        draw::draw_samples({.from = source / "samples", .into = scratch->path(), .clean = true});
    for (const fs::path& file : workbooks_in(first.path())) {
        INFO(file);
        const bool same = bytes_of(first.path() / file) == bytes_of(second.path() / file);
        CHECK(same);
    }
}
