#include "engine/report/explain.h"

#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using support::Quarter;

static std::string explained(Quarter& quarter, std::string_view ref) {
    const auto text = engine::explain(quarter.papers(), quarter.decided(), ref);
    REQUIRE(text);
    return *text;
}

TEST_CASE("a published status is traced to file, sheet, cell, rule and version", "[CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | target 99 | 2015-16 Q4 90 | Q1 93 | actual 94.7 | status Green | "
                      "corrective A second team.");
    const std::string text = explained(quarter, "bs-01");
    CHECK(text.starts_with("BS-01  Measure BS-01\n"
                           "Plan        plan-1.xlsx: Indicators!A3, priority 1, key performance indicator\n"
                           "Return      return.xlsx, Housing Services, verified and approved\n"
                           "Status      Amber in 2016-17 Q2: 4.34% short of the target; within 5% (rule S12: "
                           "CWaC 5.5; CW-17, CW-18)\n"
                           "              actual              94.7  return.xlsx: Indicators!I3\n"
                           "              target for 2016-17  99    plan-1.xlsx: Indicators!Q3\n"
                           "              You typed Green.\n"
                           "Direction   Improving: 94.7 against 93 in 2016-17 Q1 (rule S20: CWaC 5.6)\n"
                           "              actual for 2016-17 Q2  94.7  return.xlsx: Indicators!I3\n"
                           "              actual for 2016-17 Q1  93    plan-1.xlsx: Indicators!AD3\n"
                           "Before      Red in 2016-17 Q1\n"
                           "History     2015-16 Q4  90          M           plan-1.xlsx: Indicators!AG3\n"
                           "            2016-17 Q1  93          Red         plan-1.xlsx: Indicators!AD3\n"));
    CHECK(text.contains("return.xlsx: Indicators!K3: query V047:"));
    CHECK(text.ends_with("Framework   cheshire-west-and-chester, version 1\n"));
}

TEST_CASE("an action is traced as an indicator is, with both slippages", "[CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | Q1 28/02/2017 | revised 30/04/2017 | reason No bids. "
                   "| corrective Tendered again.");
    const std::string text = explained(quarter, "BS-A01");
    CHECK(text.contains("Status      Slipped (more than 3 months) in 2016-17 Q2:"));
    CHECK(text.contains("revised end date"));
    CHECK(text.contains("return.xlsx: Actions!E3"));
    CHECK(text.contains("Slipped     4 months since approval\n            2 months"));
    CHECK(text.contains("History     2016-17 Q1  re-phased to"));
}

TEST_CASE("a reference that is in no plan gets the nearest one") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | actual 94.7")
        .indicator("HO-14 | target 99 | actual 94.7")
        .indicator("HO-41 | target 99 | actual 94.7");
    const auto text = engine::explain(quarter.papers(), quarter.decided(), "HO-11");
    REQUIRE(!text);
    CHECK(text.error().where == "HO-11");
    CHECK(text.error().next == "Did you mean HO-14 or HO-41?");
}
