#include "tests/support/shared_data.h"
#include "tests/tools/support/small_council.h"
#include "xlsx/package/package.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using support::SmallCouncil;

static constexpr const char* plan = "out/plans/housing-plan.xlsx";

/// What a person does in Excel: another text in a cell, all else as it was.
static void edit(const SmallCouncil& council, std::string_view before, std::string_view after) {
    auto package = xlsx::Package::open(support::bytes_of(council.folder / plan), "plan");
    REQUIRE(package);
    const auto text = package->text("xl/worksheets/sheet2.xml");
    REQUIRE(text);
    package->replace("xl/worksheets/sheet2.xml", support::replaced(std::string(*text), before, after));
    council.folder.write(plan, package->save());
}

static nlohmann::json first_indicator(const SmallCouncil& council) {
    return nlohmann::json::parse(support::bytes_of(council.folder / "out/findings.json"))["indicators"][0];
}

TEST_CASE("commentary that was edited in the updated plan survives every later run, and is the report's") {
    const SmallCouncil council;
    council.quarter();
    REQUIRE(council.cell(plan, "Indicators", "V3") == "More were built.");
    edit(council, "More were built.", "Twelve more homes were built.");

    for (int run = 0; run < 3; ++run) {
        INFO("run " << run);
        REQUIRE(council.quarter().status == 0);
        CHECK(council.cell(plan, "Indicators", "V3") == "Twelve more homes were built.");
        CHECK(first_indicator(council)["commentary"] == "Twelve more homes were built.");
        CHECK(first_indicator(council)["commentary_edited"] == true);
    }
}

TEST_CASE("an edit stays the editor's when the service sends other words") {
    const SmallCouncil council;
    council.quarter();
    edit(council, "More were built.", "Twelve more homes were built.");
    council.quarter();
    council.write_return(
        support::replaced(SmallCouncil::return_tables(), "More were built.", "Many were built."));
    council.quarter();
    CHECK(council.cell(plan, "Indicators", "V3") == "Twelve more homes were built.");
}

TEST_CASE("commentary that nobody edited follows the service's") {
    const SmallCouncil council;
    council.quarter();
    council.write_return(
        support::replaced(SmallCouncil::return_tables(), "More were built.", "Many were built."));
    council.quarter();
    CHECK(council.cell(plan, "Indicators", "V3") == "Many were built.");
    CHECK(first_indicator(council)["commentary_edited"] == false);
}

TEST_CASE("commentary that was taken out stays out") {
    const SmallCouncil council;
    council.quarter();
    edit(council, "More were built.", "");
    council.quarter();
    council.quarter();
    CHECK(council.cell(plan, "Indicators", "V3").empty());
}

TEST_CASE("an updated plan that cannot be read is not written over") {
    const SmallCouncil council;
    council.quarter();
    council.folder.write(plan, "somebody saved something else here");
    const auto ran = council.quarter();
    CHECK(ran.status == 2);
    CHECK(ran.err.contains(
        "Commentary edited in it would be lost; move the file away if there is none to keep."));
    CHECK(support::bytes_of(council.folder / plan) == "somebody saved something else here");
}

TEST_CASE("an updated plan can be the next run's plan") {
    const SmallCouncil council;
    council.quarter();
    edit(council, "More were built.", "Twelve more homes were built.");
    council.folder.write("plans/housing-plan.xlsx", support::bytes_of(council.folder / plan));
    const auto ran = council.run("quarter", "--out {}/fresh");
    CHECK(ran.status == 0);
    CHECK(council.cell("fresh/plans/housing-plan.xlsx", "Indicators", "V3")
          == "Twelve more homes were built.");
    CHECK(council.cell("fresh/plans/housing-plan.xlsx", "Indicators", "V4") == "Fewer hands.");
}
