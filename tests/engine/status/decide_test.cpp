#include "engine/status/decide.h"

#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using support::Quarter;

TEST_CASE("a row with an error is not accepted, and not rated", "[decide][CW-30]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | Q1 90 | actual nearly there")
        .action("BS-A01 | 01/04/2016 to 31/12/2016 | completed 31/02/2016");
    CHECK(!quarter.of("BS-01").accepted);
    CHECK(quarter.status("BS-01") == "Not rated");
    CHECK(quarter.direction("BS-01") == "Measured");
    CHECK(!quarter.action_of("BS-A01").accepted);
    CHECK(quarter.action_status("BS-A01") == "Not rated");
}

TEST_CASE("a return that is not signed off is shown, and marked as not verified", "[decide][CW-85]") {
    Quarter signed_off("2016-17 Q2");
    signed_off.indicator("BS-01 | target 99 | actual 99");
    CHECK(signed_off.of("BS-01").verified);
    Quarter not_signed("2016-17 Q2");
    not_signed.unsigned_return().indicator("BS-01 | target 99 | actual 99");
    CHECK(!not_signed.of("BS-01").verified);
    CHECK(not_signed.status("BS-01") == "Green");
}

TEST_CASE("the plan's target is used, never the one typed in a return", "[decide][CW-11]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | actual 94.7");
    CHECK(quarter.of("BS-01").target.value == cells::Decimal(99));
}

TEST_CASE("a commentary edited in the plan stays the editor's", "[decide]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | actual 99 | commentary As sent | edited As edited")
        .indicator("BS-02 | target 99 | actual 99 | commentary As sent");
    CHECK(quarter.of("BS-01").commentary == "As edited");
    CHECK(quarter.of("BS-01").commentary_edited);
    CHECK(quarter.of("BS-02").commentary == "As sent");
    CHECK(!quarter.of("BS-02").commentary_edited);
}

TEST_CASE("a measure is known to be worse than its baseline, better, or neither", "[decide][A17]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | baseline 95 | actual 94")
        .indicator("BS-02 | target 99 | baseline 94 | actual 94")
        .indicator("BS-03 | target 99 | baseline 94 | returned");
    CHECK(quarter.of("BS-01").worse_than_baseline == true);
    CHECK(quarter.of("BS-02").worse_than_baseline == false);
    CHECK(!quarter.of("BS-03").worse_than_baseline);
}

TEST_CASE("findings are sorted by file, sheet, cell and rule", "[decide]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-02 | target 99 | actual nearly there")
        .indicator("BS-01 | target 99 | actual soon")
        .action("BS-A01 | 01/04/2016 to ongoing | returned");
    const auto& findings = quarter.decided().findings;
    REQUIRE(findings.size() > 2);
    const auto key = [](const engine::Finding& f) {
        return std::tuple(f.place.file, f.place.sheet, f.place.at, f.rule);
    };
    CHECK(std::ranges::is_sorted(findings, {}, key));
}

TEST_CASE("the same papers give the same decisions", "[decide][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | Q1 90 | actual 94.7 | forecast 97")
        .action("BS-A01 | 01/04/2016 to 31/07/2016 | returned");
    const engine::Decided again = engine::decide(quarter.papers());
    CHECK(again.indicators[0].rating.reason.words == quarter.of("BS-01").rating.reason.words);
    CHECK(again.findings.size() == quarter.decided().findings.size());
}

TEST_CASE("an indicator's status in an earlier period is worked out from the plan's history", "[decide]") {
    Quarter quarter("2016-17 Q3");
    quarter.indicator("BS-01 | target 99 | Q1 99 | Q2 80 | actual 97");
    const auto& decided = quarter.of("BS-01");
    const engine::Period q1{2016, 1};
    CHECK(rate_history(*decided.indicator, *decided.plan, q1, quarter.framework).role
          == engine::StatusRole::met);
    CHECK(decided.previous == engine::StatusRole::missed);
}
