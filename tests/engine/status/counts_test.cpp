#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <numeric>

using engine::Counts;
using support::Quarter;

static bool adds_up(const Counts& counts) {
    const auto sum = [](const auto& parts) { return std::accumulate(parts.begin(), parts.end(), 0); };
    return sum(counts.statuses) == counts.indicators && sum(counts.travel) == counts.indicators
           && sum(counts.actions) == counts.action_total;
}

TEST_CASE("counts per plan, theme and council each add up to the number of items", "[counts][CW-81]") {
    Quarter quarter("2016-17 Q2");
    quarter.plan("1 | theme People")
        .indicator("BS-01 | kpi | target 99 | Q1 90 | actual 99")
        .indicator("BS-02 | target 99 | actual 96")
        .indicator("BS-03 | target 99 | actual soon")
        .action("BS-A01 | 01/04/2016 to 31/12/2016 | returned")
        .plan("2 | theme People")
        .indicator("ED-01 | target 99 | actual 50")
        .indicator("ED-02 | annual | target 99")
        .plan("7")
        .indicator("HO-01 | target 99")
        .action("HO-A01 | 01/04/2016 to 31/12/2016")
        .action("HO-A02 | 01/04/2016 to 31/12/2016 | completed 01/06/2016");
    const engine::Decided& decided = quarter.decided();
    CHECK(decided.council.indicators == 6);
    CHECK(decided.council.kpis == 1);
    CHECK(decided.council.action_total == 3);
    CHECK(decided.council.statuses == std::array{1, 1, 1, 1, 2}); // Green, Amber, Red, M, not rated
    CHECK(adds_up(decided.council));
    REQUIRE(decided.by_plan.size() == 3);
    for (const auto& [plan, counts] : decided.by_plan) CHECK(adds_up(counts));
    REQUIRE(decided.by_theme.size() == 2);
    CHECK(decided.by_theme[0].first == "People");
    CHECK(decided.by_theme[0].second.indicators == 5);
    CHECK(decided.by_theme[1].first == "Places"); // the framework's, where the plan's cover names none
    for (const auto& [theme, counts] : decided.by_theme) CHECK(adds_up(counts));
}
