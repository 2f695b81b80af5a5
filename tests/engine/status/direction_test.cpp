#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using engine::Basis;
using support::Quarter;

/// The direction of one indicator and its reason: "Improving: 95 against 90 in 2016-17 Q1".
static std::string moved(std::string_view period, std::string_view line) {
    Quarter quarter(period);
    quarter.indicator("BS-01 | " + std::string(line));
    return quarter.direction("BS-01") + ": " + quarter.of("BS-01").direction.reason.words;
}

TEST_CASE("where higher is better, a higher figure improves and a lower one declines",
          "[direction][CW-36][CW-39]") {
    CHECK(moved("2016-17 Q2", "target 99 | Q1 90 | actual 95") == "Improving: 95 against 90 in 2016-17 Q1");
    CHECK(moved("2016-17 Q2", "target 99 | Q1 95 | actual 90") == "Declining: 90 against 95 in 2016-17 Q1");
}

TEST_CASE("where lower is better, a lower figure improves and a higher one declines",
          "[direction][CW-35][CW-38]") {
    CHECK(moved("2016-17 Q2", "lower | target 9 | Q1 12 | actual 10").starts_with("Improving"));
    CHECK(moved("2016-17 Q2", "lower | target 9 | Q1 10 | actual 12").starts_with("Declining"));
}

TEST_CASE("a figure equal at the published precision is maintained", "[direction][CW-37][A7]") {
    CHECK(moved("2016-17 Q2", "target 99 | Q1 94.71 | actual 94.74").starts_with("Maintained"));
    CHECK(moved("2016-17 Q2", "places 2 | target 99 | Q1 94.71 | actual 94.74").starts_with("Improving"));
}

TEST_CASE("a good range is moved towards or away from", "[direction][A9]") {
    CHECK(moved("2016-17 Q2", "number | range 40 to 60 | Q1 30 | actual 65").starts_with("Improving"));
    CHECK(moved("2016-17 Q2", "number | range 40 to 60 | Q1 45 | actual 55").starts_with("Maintained"));
    CHECK(moved("2016-17 Q2", "number | range 40 to 60 | Q1 45 | actual 39").starts_with("Declining"));
}

TEST_CASE("an indicator that cannot be measured in this period has the direction Measured",
          "[direction][CW-40]") {
    CHECK(moved("2016-17 Q2", "target 99 | Q1 90 | returned") == "Measured: no figure in this period");
    CHECK(moved("2016-17 Q2", "target 99 | Q1 90") == "Measured: nothing was returned for this period");
}

TEST_CASE("the first quarter is compared with the fourth of the year before", "[direction][CW-41]") {
    CHECK(moved("2016-17 Q1", "target 99 | 2015-16 Q4 90 | actual 95")
          == "Improving: 95 against 90 in 2015-16 Q4");
}

TEST_CASE("the year's end is compared with the year before, not with the third quarter",
          "[direction][CW-42]") {
    CHECK(moved("2016-17 Q4", "target 99 | 2015-16 Q4 90 | Q3 97 | actual 95")
          == "Improving: 95 against 90 in 2015-16 Q4");
}

TEST_CASE("a forecast stands where there is no actual, and the reason says on which side",
          "[direction][CW-43][A5]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | forecast Q1 90 | forecast 95")
        .indicator("BS-02 | target 99 | forecast Q1 90 | actual 95")
        .indicator("BS-03 | target 99 | forecast Q1 90 | Q1 94 | actual 93 | forecast 95");
    CHECK(quarter.of("BS-01").direction.reason.rule == "S21");
    const auto& mixed = quarter.of("BS-02").direction;
    CHECK(mixed.now == Basis::actual);
    CHECK(mixed.then == Basis::forecast);
    CHECK(mixed.reason.notes == std::vector<std::string>{"an actual is compared with a forecast (A5)"});
    CHECK(mixed.reason.operands[1].name == "year-end forecast of 2016-17 Q1");
    CHECK(quarter.direction("BS-03") == "Declining"); // actual with actual comes first
}

TEST_CASE("a cumulative measure is compared with the same quarter last year", "[direction][CW-44][A6]") {
    CHECK(moved("2016-17 Q1", "number | cumulative | target 100 | 2015-16 Q1 20 | 2015-16 Q4 95 | actual 25")
          == "Improving: 25 against 20 in 2015-16 Q1");
    CHECK(moved("2016-17 Q1", "number | cumulative | target 100 | 2015-16 Q4 95 | actual 25")
          == "Measured: no comparator: a cumulative figure needs that of the same quarter last year");
}

TEST_CASE("forecasts of a cumulative measure are all of a whole year, and compare with the quarter before",
          "[direction][CW-44][A6]") {
    CHECK(moved("2016-17 Q2",
                "number | cumulative | target 100 | Q1 20 | forecast Q1 90 | actual 45 | forecast 95")
          == "Improving: 95 against 90 in 2016-17 Q1");
}

TEST_CASE("a new indicator has no comparator", "[direction][CW-45]") {
    CHECK(moved("2016-17 Q2", "target 99 | actual 95")
          == "Measured: no comparator: no such figure for 2016-17 Q1");
}

TEST_CASE("a changed definition or unit withholds the direction", "[direction][CW-46]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | Q1 90 | actual 95")
        .indicator("BS-02 | target 99 | Q1 90 | actual 95")
        .indicator("BS-03 | target 99 | Q1 90 | actual 95")
        .change("BS-01 | Definition | all schools | maintained schools | from 01/08/2016")
        .change("BS-02 | Definition | all schools | maintained schools | from 01/05/2016")
        .change("BS-03 | Annual target 2016-17 | 98 | 99 | from 01/08/2016");
    CHECK(quarter.direction("BS-01") == "Measured");
    CHECK(quarter.of("BS-01").direction.reason.words
          == "definition changed between the two periods, as the change log says");
    CHECK(quarter.direction("BS-02") == "Improving"); // changed before either period's end
    CHECK(quarter.direction("BS-03") == "Improving"); // another item changed
}

TEST_CASE("a definition that differs between the plan's versions withholds the direction",
          "[direction][CW-46]") {
    Quarter quarter("2016-17 Q2");
    quarter.plan("1 | v1.0 | from 01/04/2016")
        .indicator("BS-01 | definition All schools | target 99 | Q1 90")
        .plan("1 | v1.1 | from 01/07/2016")
        .indicator("BS-01 | definition Maintained schools | target 99 | Q1 90 | actual 95");
    CHECK(quarter.of("BS-01").direction.reason.words
          == "definition changed: the definition differs between the plan's versions");
}

TEST_CASE("status and direction are independent", "[direction][CW-47][A11]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 90 | Q1 97 | actual 95")
        .indicator("BS-02 | target 90 | Q1 60 | actual 70")
        .indicator("BS-03 | Q1 60 | actual 70");
    CHECK(quarter.status("BS-01") + ", " + quarter.direction("BS-01") == "Green, Declining");
    CHECK(quarter.status("BS-02") + ", " + quarter.direction("BS-02") == "Red, Improving");
    CHECK(quarter.status("BS-03") + ", " + quarter.direction("BS-03") == "M, Improving");
}

TEST_CASE("a restated figure is listed, and the direction is worked out from it", "[direction][CW-48]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | Q1 90 | last 96 | actual 95")
        .indicator("BS-02 | target 99 | Q1 90.04 | last 90 | actual 95");
    CHECK(quarter.direction("BS-01") == "Declining");
    CHECK(quarter.of("BS-01").direction.reason.notes
          == std::vector<std::string>{"the earlier figure is restated by the service"});
    REQUIRE(quarter.decided().restatements.size() == 1);
    CHECK(quarter.decided().restatements[0].before == "90");
    CHECK(quarter.decided().restatements[0].now == "96");
}
