#include "tools/draw/plant.h"
#include "tools/draw/tables.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>
#include <fstream>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

static draw::Tables read(const char* text) {
    const auto file = std::filesystem::temp_directory_path() / "outturn_draw_tables_test.txt";
    std::ofstream(file) << text;
    return draw::Tables::read(file);
}

static draw::Paper housing() {
    draw::Grid grid{
        "Indicators",
        "",
        "",
        {{"Ref"}, {"Annual target", 10, draw::Holds::figure}, {"Actual", 10, draw::Holds::figure}},
        {}};
    grid.records.push_back(
        {0, "HO-01", "", {draw::text("HO-01"), draw::figure("95.0", "%", 1, true), draw::Entry{}}});
    return {"", {"Return", "", {{"Period", draw::text("2016-17 Q2")}}}, {std::move(grid)}, {}};
}

static draw::Spot plant(draw::Paper& paper, const std::string& line) {
    const draw::Tables tables = read(("[planted]\nSheet | Ref | Column | Put\n" + line + "\n").c_str());
    return draw::plant(paper, tables["planted"].front());
}

TEST_CASE("a table is read by its sections and headings", "[draw]") {
    const draw::Tables tables = read("# comment\n[plan]\nLabel | Value\nPriority | 7\n\n"
                                     "[targets]\nRef | 2016-17\nHO-01 | 250\nHO-02 |\n");
    CHECK(tables.value("plan", "Priority") == "7");
    CHECK((*tables.find("targets", "HO-01"))["2016-17"] == "250");
    CHECK((*tables.find("targets", "HO-02"))["2016-17"].empty());
    CHECK(tables.find("targets", "HO-03") == nullptr);
}

TEST_CASE("a line with a cell too few is refused with its place", "[draw]") {
    CHECK_THROWS_MATCHES(read("[targets]\nRef | 2016-17 | 2017-18\nHO-01 | 250\n"), std::runtime_error,
                         MessageMatches(ContainsSubstring(":3: 2 cells under 3 headings")));
}

TEST_CASE("a mistake is typed as the column's figures are", "[draw]") {
    draw::Paper paper = housing();
    plant(paper, "Indicators | HO-01 | Actual | 94.7");
    const draw::Entry& actual = paper.grids[0].records[0].entries[2];
    CHECK(std::get<cells::Decimal>(actual.content).to_text() == "0.947");
    CHECK(actual.number_format == "0.0%");
}

TEST_CASE("a row is copied under another reference, removed, or hidden", "[draw]") {
    draw::Paper paper = housing();
    CHECK(plant(paper, "Indicators | HO-01 | row | copy as HO-41").ref == "HO-41");
    REQUIRE(paper.grids[0].records.size() == 2);
    plant(paper, "Indicators | HO-41 | row | hide");
    CHECK(paper.grids[0].records[1].hidden);
    plant(paper, "Indicators | HO-01 | row | remove");
    CHECK(paper.grids[0].records.front().ref == "HO-41");
}

TEST_CASE("a mistake in a row that is not there is refused with its place", "[draw]") {
    draw::Paper paper = housing();
    CHECK_THROWS_MATCHES(plant(paper, "Indicators | HO-99 | Actual | 94.7"), std::runtime_error,
                         MessageMatches(ContainsSubstring(":3: Indicators has no HO-99")));
}
