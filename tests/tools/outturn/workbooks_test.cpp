// check, annotate, clear and lint: workbooks one by one.

#include "tests/support/shared_data.h"
#include "tests/tools/support/small_council.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using support::SmallCouncil;

TEST_CASE("check recognises a plan and a return, and says what is wrong with each") {
    const SmallCouncil council;
    council.write_return(support::replaced(SmallCouncil::return_tables(), "| 104    |", "| plenty |"));
    const auto ran = council.outturn(
        "check --framework small --plans {}/plans {}/plans/housing-plan.xlsx {}/returns/housing.xlsx");
    CHECK(ran.status == 1);
    CHECK(ran.out.contains("housing-plan.xlsx: outcome plan, 2016-17 Q1: no errors, no queries, no notes\n"));
    CHECK(ran.out.contains("housing.xlsx: Indicators!I2: error V014: This is no figure (actual: 'plenty'). "
                           "Type the number alone"));
    CHECK(ran.out.contains("housing.xlsx: quarterly return, 2016-17 Q2: 1 error,"));
}

TEST_CASE("a return can be checked without the plans, for what is wrong in itself") {
    const SmallCouncil council;
    const auto ran = council.outturn("check --framework small {}/returns/housing.xlsx");
    INFO(ran.out);
    CHECK(ran.status == 0);
    CHECK(ran.out
          == "housing.xlsx: quarterly return, 2016-17 Q2: no errors, no queries, no notes"
             " (without --plans: references, targets and statuses were not checked)\n");
}

TEST_CASE("check as JSON lists the findings of each workbook and what could not be read") {
    const SmallCouncil council;
    council.folder.write("returns/empty.xlsx", "");
    const auto ran = council.outturn(
        "check --json --framework small --plans {}/plans {}/returns/housing.xlsx {}/returns/empty.xlsx");
    CHECK(ran.status == 2);
    const auto json = nlohmann::json::parse(ran.out);
    CHECK(json["workbooks"][0]["kind"] == "return");
    CHECK(json["workbooks"][0]["findings"].empty());
    CHECK(json["not_done"][0]["kind"] == "not_a_workbook");
}

TEST_CASE("annotating an annotated workbook gives the same workbook") {
    const SmallCouncil council;
    REQUIRE(
        council.outturn("annotate --framework small --plans {}/plans {}/returns/housing.xlsx --out {}/once")
            .status
        == 0);
    REQUIRE(council.outturn("annotate --framework small --plans {}/plans {}/once/housing.xlsx --out {}/twice")
                .status
            == 0);
    CHECK(council.cell("once/housing.xlsx", "Indicators", "K3") == "Red");
    CHECK(support::bytes_of(council.folder / "once/housing.xlsx")
          == support::bytes_of(council.folder / "twice/housing.xlsx"));
}

TEST_CASE("clear takes everything off again, and a typed status comes back") {
    const SmallCouncil council;
    council.write_return(support::replaced(SmallCouncil::return_tables(), "| 101               |        |",
                                           "| 101               | Amber  |"));
    REQUIRE(
        council
            .outturn("annotate --framework small --plans {}/plans {}/returns/housing.xlsx --out {}/checked")
            .status
        == 0);
    CHECK(council.cell("checked/housing.xlsx", "Indicators", "K2") == "Green");
    const auto cleared = council.outturn("clear {}/checked/housing.xlsx --out {}/cleared");
    CHECK(cleared.status == 0);
    CHECK(cleared.out.starts_with("housing.xlsx: marks taken off\n"));
    CHECK(council.cell("cleared/housing.xlsx", "Indicators", "K2") == "Amber");
    CHECK(council.outturn("clear {}/cleared/housing.xlsx --out {}/again")
              .out.starts_with("housing.xlsx: there was nothing of ours on it\n"));
}

TEST_CASE("a workbook is never written over itself") {
    const SmallCouncil council;
    const std::string sent = support::bytes_of(council.folder / "returns/housing.xlsx");
    for (const char* verb : {"annotate --framework small --plans {}/plans", "clear"}) {
        const auto ran = council.outturn(std::string(verb) + " {}/returns/housing.xlsx --out {}/returns");
        CHECK(ran.status == 2);
        CHECK(ran.err.contains(
            "This would overwrite the workbook that was sent. Choose another folder for what is written."));
    }
    CHECK(support::bytes_of(council.folder / "returns/housing.xlsx") == sent);
}

TEST_CASE("lint says nothing of what this program writes") {
    const SmallCouncil council;
    council.quarter();
    const auto ran = council.outturn("lint {}/out/returns/housing.xlsx {}/out/plans/housing-plan.xlsx "
                                     "'{}/out/cabinet-scorecard 2016-17 Q2.xlsx'");
    CHECK(ran.out.empty());
    CHECK(ran.status == 0);
}
