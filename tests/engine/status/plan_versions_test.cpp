#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using engine::PlanDifference;
using engine::StatusRole;
using support::Quarter;

/// "changed BS-01 target 2016-17: 99 to 97", one a line.
static std::string differences(Quarter& quarter) {
    std::string lines;
    for (const PlanDifference& d : quarter.decided().plan_changes) {
        const char* const kind = d.kind == PlanDifference::Kind::added     ? "added "
                                 : d.kind == PlanDifference::Kind::removed ? "removed "
                                                                           : "changed ";
        lines += (lines.empty() ? "" : "\n") + (kind + d.ref) + " " + d.item;
        if (d.kind == PlanDifference::Kind::changed) lines += ": " + d.before + " to " + d.now;
    }
    return lines;
}

TEST_CASE("an earlier quarter keeps being scored against the version of the plan in force then",
          "[plans][CW-12]") {
    Quarter quarter("2016-17 Q2");
    quarter.plan("1 | v1.0 | from 01/04/2016")
        .indicator("BS-01 | target 99 | Q1 90")
        .plan("1 | v1.1 | from 01/07/2016")
        .indicator("BS-01 | target 90 | Q1 90 | actual 90");
    CHECK(quarter.status("BS-01") == "Green");
    CHECK(quarter.of("BS-01").previous == StatusRole::missed);
}

TEST_CASE("a version that takes effect after the quarter does not count yet", "[plans][CW-12]") {
    Quarter quarter("2016-17 Q2");
    quarter.plan("1 | v1.0 | from 01/04/2016")
        .indicator("BS-01 | target 99 | actual 90")
        .plan("1 | v1.1 | from 01/10/2016")
        .indicator("BS-01 | target 90 | returned");
    CHECK(quarter.papers().upcoming.size() == 1);
    CHECK(quarter.decided().plan_changes.empty());
}

TEST_CASE("what a refresh added, removed and changed is listed", "[plans][CW-12]") {
    Quarter quarter("2017-18 Q1");
    quarter.plan("1 | v1.0 | from 01/04/2016")
        .indicator("BS-01 | target 99")
        .indicator("BS-02 | target 99")
        .action("BS-A01 | 01/04/2016 to 31/12/2017")
        .plan("1 | v2.0 | from 01/04/2017")
        .indicator("BS-01 | target 97 | baseline 60")
        .indicator("BS-03 | target 99")
        .action("BS-A01 | 01/04/2016 to 31/03/2018");
    CHECK(differences(quarter)
          == "removed BS-02 indicator\n"
             "changed BS-01 baseline: 50 to 60\n"
             "changed BS-01 target 2017-18: 99 to 97\n"
             "added BS-03 indicator\n"
             "changed BS-A01 end date: 31 Dec 2017 to 31 Mar 2018");
}

TEST_CASE("a changed target has its line of the change log beside it, or none", "[plans][CW-13]") {
    Quarter quarter("2017-18 Q1");
    quarter.plan("1 | v1.0 | from 01/04/2016")
        .indicator("BS-01 | target 99")
        .indicator("BS-02 | target 99")
        .plan("1 | v2.0 | from 01/04/2017")
        .indicator("BS-01 | target 97")
        .indicator("BS-02 | target 97")
        .change("BS-01 | Annual target 2017-18 | 99 | 97 | from 01/04/2017");
    const auto& changes = quarter.decided().plan_changes;
    REQUIRE(changes.size() == 2);
    REQUIRE(changes[0].logged);
    CHECK(changes[0].logged->after.value == "97");
    CHECK(!changes[1].logged);
}
