#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using support::Quarter;
using support::rated;

TEST_CASE("the council's own published example is Amber: 94.7% against a target of 99%", "[status][CW-17]") {
    CHECK(rated("2018-19 Q1", "target 99% | actual 94.7%") == "Amber: 4.34% short of the target; within 5%");
}

TEST_CASE("an actual at or better than its target is Green", "[status][CW-15]") {
    CHECK(rated("2016-17 Q2", "target 99 | actual 99") == "Green: at or better than the target");
    CHECK(rated("2016-17 Q2", "target 99 | actual 99.1") == "Green: at or better than the target");
}

TEST_CASE("a forecast at or better than the target is Green, and the reason says forecast",
          "[status][CW-16][A4]") {
    CHECK(rated("2016-17 Q2", "target 99 | actual 80 | forecast 99")
          == "Green: on track: the forecast for the year's end is at or better than the target");
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | actual 80 | forecast 99");
    CHECK(quarter.of("BS-01").rating.basis == engine::Basis::forecast);
    CHECK(quarter.of("BS-01").rating.reason.rule == "S11");
}

TEST_CASE("a shortfall up to 5% is Amber, and above it Red", "[status][CW-17][CW-18]") {
    CHECK(rated("2016-17 Q4", "target 200 | number | actual 199")
          == "Amber: 0.5% short of the target; within 5%");
    CHECK(rated("2016-17 Q4", "target 200 | number | actual 188")
          == "Red: 6% short of the target; more than 5%");
}

TEST_CASE("a shortfall of exactly 5% is Amber", "[status][CW-19][A2]") {
    CHECK(rated("2016-17 Q4", "number | target 0.7 | actual 0.665")
          == "Amber: 5% short of the target; within 5%");
    CHECK(rated("2016-17 Q4", "number | target 0.7 | actual 0.6649")
          == "Red: 5.01% short of the target; more than 5%");
    Quarter quarter("2016-17 Q4");
    quarter.indicator("BS-01 | number | places 3 | target 0.7 | actual 0.665");
    CHECK(quarter.of("BS-01").rating.reason.notes
          == std::vector<std::string>{"exactly on the boundary: counts as Amber (A2)"});
}

TEST_CASE("where lower is better, a figure above the target falls short", "[status][CW-20]") {
    CHECK(rated("2016-17 Q2", "lower | number | target 100 | actual 103").starts_with("Amber: 3% short"));
    CHECK(rated("2016-17 Q2", "lower | number | target 100 | actual 106").starts_with("Red: 6% short"));
    CHECK(rated("2016-17 Q2", "lower | number | target 100 | actual 100").starts_with("Green"));
    CHECK(rated("2016-17 Q2", "lower | number | target 100 | actual 97").starts_with("Green"));
}

TEST_CASE("a target of nothing has no per cent: any shortfall is Red", "[status][CW-21][A8]") {
    CHECK(rated("2016-17 Q2", "lower | number | target 0 | actual 0")
          == "Green: at or better than the target");
    CHECK(rated("2016-17 Q2", "lower | number | target 0 | actual 1")
          == "Red: 1 from a target of nothing, of which there is no per cent: counts as Red (A8)");
}

TEST_CASE("a negative target has its distance from |target|, and the sign from polarity alone",
          "[status][CW-22][A8]") {
    CHECK(rated("2016-17 Q4", "£ | higher | target -200 | actual -200").starts_with("Green"));
    CHECK(rated("2016-17 Q4", "£ | higher | target -200 | actual -208")
          == "Amber: 4% short of the target; within 5%");
    CHECK(rated("2016-17 Q4", "£ | lower | target -200 | actual -180")
          == "Red: 10% short of the target; more than 5%");
    CHECK(rated("2016-17 Q4", "£ | lower | target -200 | actual -300").starts_with("Green"));
}

TEST_CASE("an indicator without an annual target for the year is M, never Red or blank", "[status][CW-05]") {
    const std::string published =
        "M: Further information is required regarding the development of a target for this "
        "measure.";
    CHECK(rated("2016-17 Q2", "actual 80") == published);
    CHECK(rated("2016-17 Q2", "target 2017-18 90 | actual 80") == published);
    CHECK(rated("2016-17 Q2", "target TBC | actual 80") == published);
}

TEST_CASE("an indicator with no usable baseline is M", "[status][CW-06]") {
    CHECK(
        rated("2016-17 Q2", "baseline TBC | target 99 | actual 80")
        == "M: Further information is required regarding the development of an appropriate baseline for the "
           "measure.");
}

TEST_CASE("an annual measure is M in the first three quarters and rated at the fourth",
          "[status][CW-24][CW-25][A10]") {
    for (const char* quarter : {"2016-17 Q1", "2016-17 Q2", "2016-17 Q3"})
        CHECK(rated(quarter, "annual | target 99 | actual 99")
              == "M: The measure reports on an annual basis and therefore performance cannot be reviewed "
                 "in-year.");
    CHECK(rated("2016-17 Q4", "annual | target 99 | actual 99") == "Green: at or better than the target");
    CHECK(rated("2016-17 Q4", "annual | target 99 | returned") == "Not rated: no figure was returned");
}

TEST_CASE("a survey with neither result nor forecast is M, and rated when it has one", "[status][CW-26]") {
    CHECK(
        rated("2016-17 Q2", "survey | target 99 | returned")
        == "M: The measure is a survey or perception measure and therefore cannot be reported or forecast at "
           "this stage");
    CHECK(rated("2016-17 Q2", "survey | target 99 | actual 99").starts_with("Green"));
    CHECK(rated("2016-17 Q2", "survey | target 99 | forecast 60").starts_with("Red"));
}

TEST_CASE("M has exactly one reason: the first that holds in the published order", "[status][CW-27]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | annual | baseline TBC | returned");
    const engine::Rating& rating = quarter.of("BS-01").rating;
    CHECK(rating.measured == engine::MeasuredReason::annual);
    CHECK(rating.reason.rule == "S06");
    CHECK(rating.reason.notes.size() == 2);
}

TEST_CASE("a quarterly measure without a figure is not M but not rated", "[status][CW-28][A24]") {
    CHECK(rated("2016-17 Q2", "target 99 | returned") == "Not rated: no figure was returned");
    CHECK(rated("2016-17 Q2", "target 99") == "Not rated: no figure was returned");
    CHECK(rated("2016-17 Q2", "target 99 | actual TBC") == "Not rated: the figure is awaited (\"TBC\")");
    CHECK(rated("2016-17 Q2", "target 99 | actual n/a")
          == "Not rated: the service says that there is none (\"n/a\")");
}

TEST_CASE("a suppressed figure is not rated", "[status][CW-30]") {
    CHECK(rated("2016-17 Q2", "number | target 10 | actual <5")
          == "Not rated: the figure is suppressed (\"<5\")");
}

TEST_CASE("a provisional figure is rated, and said to be one", "[status][CW-30]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | number | target 1000 | actual 1,234 (prov)");
    CHECK(quarter.status("BS-01") == "Green");
    CHECK(quarter.of("BS-01").rating.reason.notes == std::vector<std::string>{"the actual is provisional"});
}

TEST_CASE("a percentage scores the same as 94.7, as 94.7% and as 0.947 in a % format", "[status][CW-31]") {
    for (const char* actual : {"94.7", "94.7%", "\"94.7%\""})
        CHECK(rated("2016-17 Q2", std::string("target 99 | actual ") + actual)
              == "Amber: 4.34% short of the target; within 5%");
}

TEST_CASE("a figure that shows more than it stores is compared as it is stored, and the reason says so",
          "[status][CW-32][A23]") {
    Quarter quarter("2016-17 Q4");
    quarter.indicator("BS-01 | target 95 | actual 94.96");
    CHECK(quarter.status("BS-01") == "Amber");
    CHECK(quarter.of("BS-01").rating.reason.notes
          == std::vector<std::string>{"the stored value is compared, not 95.0 as displayed (A23)"});
}

TEST_CASE("within the year an actual is held against its profiled target", "[status][A4]") {
    CHECK(rated("2016-17 Q2", "number | cumulative | target 100 | profiled 40 | actual 41")
              .starts_with("Green"));
    CHECK(rated("2016-17 Q2", "number | cumulative | target 100 | profiled 40 | actual 39")
          == "Amber: 2.5% short of the profiled target; within 5%");
    CHECK(rated("2016-17 Q2", "target 99 | profiled 90 | actual 91").starts_with("Green"));
}

TEST_CASE("at the year's end the actual decides against the year's target", "[status][A4]") {
    CHECK(rated("2016-17 Q4", "target 99 | profiled 90 | actual 91 | forecast 99")
          == "Red: 8.08% short of the target; more than 5%");
    CHECK(rated("2016-17 Q4", "target 99 | forecast 99")
          == "Not rated: no actual was returned, and at the year's end the actual decides");
}

TEST_CASE("within the year the shortfall is the forecast's where there is one", "[status][A4]") {
    CHECK(rated("2016-17 Q2", "target 100 | actual 50 | forecast 96")
          == "Amber: by the forecast 4% short of the target; within 5%");
    CHECK(rated("2016-17 Q2", "target 100 | actual 50") == "Red: 50% short of the target; more than 5%");
    CHECK(rated("2016-17 Q2", "target 100 | forecast 90")
          == "Red: by the forecast 10% short of the target; more than 5%");
}

TEST_CASE("achieved but forecast to miss is Green, with a word of it", "[status][A4]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | actual 99 | forecast 80");
    CHECK(quarter.status("BS-01") == "Green");
    CHECK(quarter.of("BS-01").rating.reason.notes
          == std::vector<std::string>{"achieved, but the forecast misses the target"});
}

TEST_CASE("a cumulative measure within the year needs a profile or a forecast", "[status][A4]") {
    const std::string none = "Not rated: not comparable: needs a profile or a forecast";
    CHECK(rated("2016-17 Q2", "number | cumulative | target 100 | actual 45") == none);
    CHECK(rated("2016-17 Q2", "number | cumulative | lower | target 100 | actual 45") == none);
    CHECK(rated("2016-17 Q2", "number | cumulative | target 100 | actual 45 | forecast 100")
              .starts_with("Green"));
    CHECK(rated("2016-17 Q4", "number | cumulative | target 100 | actual 45").starts_with("Red"));
}

TEST_CASE("a cumulative measure that has reached the year's target already is Green", "[status][A4]") {
    CHECK(rated("2016-17 Q2", "number | cumulative | target 100 | actual 100")
          == "Green: at or better than the target");
    CHECK(rated("2016-17 Q3", "number | cumulative | target 100 | profiled 110 | actual 101")
              .starts_with("Green"));
}

TEST_CASE("a good range has no shortfall inside it, and outside it one from its nearer end", "[status][A9]") {
    CHECK(rated("2016-17 Q2", "number | range 40 to 60 | actual 40").starts_with("Green"));
    CHECK(rated("2016-17 Q2", "number | range 40 to 60 | actual 60").starts_with("Green"));
    CHECK(rated("2016-17 Q2", "number | range 40 to 60 | actual 39")
          == "Amber: 2.5% outside the good range; within 5%");
    CHECK(rated("2016-17 Q2", "number | range 40 to 60 | actual 66")
          == "Red: 10% outside the good range; more than 5%");
}

TEST_CASE("without a corrective action Amber stays Amber: the missing narrative is a finding",
          "[status][CW-23][A3]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 100 | actual 96");
    CHECK(quarter.status("BS-01") == "Amber");
    CHECK(std::ranges::count(quarter.decided().findings, "V038", &engine::Finding::rule) == 1);
}
