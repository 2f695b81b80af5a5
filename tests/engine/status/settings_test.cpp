#include "tests/support/cheshire_west.h"
#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using engine::Settings;
using support::cheshire_west;
using support::Quarter;
using support::rated;
using support::tracked;

/// Cheshire West's settings with one of them changed.
template <class Value>
static Settings with(Value Settings::* setting, Value value) {
    Settings settings = cheshire_west().settings;
    settings.*setting = value;
    return settings;
}

TEST_CASE("5% can mean percentage points, for measures in per cent alone", "[status][A1]") {
    const Settings points = with(&Settings::tolerance, Settings::Tolerance::points);
    CHECK(rated("2016-17 Q4", "target 40% | actual 36%") == "Red: 10% short of the target; more than 5%");
    CHECK(rated("2016-17 Q4", "target 40% | actual 36%", points)
          == "Amber: 4 points short of the target; within 5 points");
    CHECK(rated("2016-17 Q4", "target 40% | actual 34%", points).starts_with("Red: 6 points"));
    CHECK(rated("2016-17 Q4", "number | target 40 | actual 36", points).starts_with("Red: 10%"));
}

TEST_CASE("Amber can require a narrative", "[status][CW-23][A3]") {
    const Settings strict = with(&Settings::amber_needs_narrative, Settings::NarrativeMissing::missed);
    CHECK(rated("2016-17 Q2", "target 100 | actual 96", strict).starts_with("Red: 4% short"));
    CHECK(rated("2016-17 Q2", "target 100 | actual 96 | corrective A second team has started", strict)
              .starts_with("Amber"));
}

TEST_CASE("on track can be told by the forecast alone: a profile does not count", "[status][A4]") {
    const Settings forecast = with(&Settings::on_track, Settings::OnTrack::forecast_only);
    CHECK(rated("2016-17 Q2", "target 100 | profiled 90 | actual 91", forecast).starts_with("Red: 9% short"));
    CHECK(rated("2016-17 Q2", "number | cumulative | target 100 | profiled 40 | actual 41", forecast)
              .starts_with("Not rated: not comparable"));
    CHECK(rated("2016-17 Q2", "target 100 | actual 91 | forecast 100", forecast).starts_with("Green"));
}

TEST_CASE("on track can be left out: the actual alone counts", "[status][A4]") {
    const Settings actual = with(&Settings::on_track, Settings::OnTrack::actual_only);
    CHECK(rated("2016-17 Q2", "target 100 | actual 91 | forecast 100", actual).starts_with("Red: 9% short"));
    CHECK(rated("2016-17 Q2", "target 100 | forecast 100", actual) == "Not rated: no figure was returned");
}

TEST_CASE("an actual can be kept from comparison with a forecast", "[direction][CW-43][A5]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.mixed_direction = Settings::Mixed::never;
    quarter.indicator("BS-01 | target 99 | forecast Q1 90 | actual 94");
    CHECK(quarter.direction("BS-01") == "Measured");
}

TEST_CASE("cumulative measures can be compared by each quarter's own increment", "[direction][CW-44][A6]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.cumulative_direction = Settings::Cumulative::increment;
    quarter.indicator("BS-01 | number | cumulative | target 100 | 2015-16 Q2 60 | Q1 20 | actual 45");
    CHECK(quarter.direction("BS-01") == "Improving");
    CHECK(quarter.of("BS-01").direction.reason.words == "25 in the quarter against 20 in 2016-17 Q1");
}

TEST_CASE("the first quarter's increment is held against the last quarter's own, not its year's total",
          "[direction][CW-44][A6]") {
    Quarter quarter("2016-17 Q1");
    quarter.framework.settings.cumulative_direction = Settings::Cumulative::increment;
    quarter.indicator("BS-01 | number | cumulative | target 100 | 2015-16 Q3 70 | 2015-16 Q4 95 | actual 20")
        .indicator("BS-02 | number | cumulative | target 100 | 2015-16 Q4 95 | actual 20");
    CHECK(quarter.of("BS-01").direction.reason.words == "20 in the quarter against 25 in 2015-16 Q4");
    CHECK(quarter.direction("BS-01") == "Declining");
    CHECK(quarter.direction("BS-02") == "Measured");
}

TEST_CASE("cumulative measures can be compared by their share of the profiled target",
          "[direction][CW-44][A6]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.cumulative_direction = Settings::Cumulative::share_of_profile;
    quarter
        .indicator(
            "BS-01 | number | cumulative | target 100 | profiled Q1 20 | profiled 50 | Q1 20 | actual 45")
        .indicator(
            "BS-02 | number | cumulative | target 100 | profiled Q1 20 | profiled 50 | Q1 18 | actual 45")
        .indicator("BS-03 | number | cumulative | target 100 | profiled 50 | Q1 18 | actual 45");
    CHECK(quarter.of("BS-01").direction.reason.words
          == "90% of the profiled target against 100% in 2016-17 Q1");
    CHECK(quarter.direction("BS-01") == "Declining");
    CHECK(quarter.direction("BS-02") == "Maintained");
    CHECK(quarter.direction("BS-03") == "Measured");
}

TEST_CASE("a change within a declared tolerance can count as no change", "[direction][A7]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.maintained_within = cells::Decimal(1);
    quarter.indicator("BS-01 | target 99 | Q1 90 | actual 90.9")
        .indicator("BS-02 | target 99 | Q1 90 | actual 91");
    CHECK(quarter.direction("BS-01") == "Maintained");
    CHECK(quarter.direction("BS-02") == "Improving");
}

TEST_CASE("a shortfall from a target of nothing can be Amber, or taken in the unit's own points",
          "[status][CW-21][A8]") {
    const Settings near = with(&Settings::zero_target, Settings::ZeroTarget::near);
    CHECK(rated("2016-17 Q2", "lower | number | target 0 | actual 9", near).starts_with("Amber"));
    const Settings points = with(&Settings::zero_target, Settings::ZeroTarget::points);
    CHECK(rated("2016-17 Q2", "lower | number | target 0 | actual 5", points).starts_with("Amber: 5 points"));
    CHECK(rated("2016-17 Q2", "lower | number | target 0 | actual 6", points).starts_with("Red: 6 points"));
}

TEST_CASE("a good range can have no tolerance", "[status][A9]") {
    const Settings strict = with(&Settings::outside_range, Settings::OutsideRange::missed);
    CHECK(rated("2016-17 Q2", "number | range 40 to 60 | actual 39", strict)
          == "Red: outside the good range, which has no tolerance (A9)");
    CHECK(rated("2016-17 Q2", "number | range 40 to 60 | actual 41", strict).starts_with("Green"));
}

TEST_CASE("an annual measure can stay M at the year's end", "[status][CW-25][A10]") {
    const Settings never = with(&Settings::annual_rated_at_year_end, false);
    CHECK(rated("2016-17 Q4", "annual | target 99 | actual 99", never).starts_with("M: "));
}

TEST_CASE("exactly three months can count as the longer slip", "[action][CW-57][A12]") {
    const Settings longer = with(&Settings::exactly_on_boundary, Settings::ExactSlip::longer);
    const char* const exactly = "01/04/2016 to 30/09/2016 | revised 31/12/2016";
    CHECK(tracked("2016-17 Q1", exactly) == "Slipped (less than 3 months)");
    CHECK(tracked("2016-17 Q1", exactly, longer) == "Slipped (more than 3 months)");
}

TEST_CASE("a slip can be measured since approval alone, or since the last quarter alone",
          "[action][CW-61][A13]") {
    const char* const twice = "01/04/2016 to 31/12/2016 | Q1 28/02/2017 | revised 30/04/2017";
    CHECK(tracked("2016-17 Q2", twice, with(&Settings::slip_since, Settings::SlipSince::approval))
          == "Slipped (more than 3 months)");
    CHECK(tracked("2016-17 Q2", twice, with(&Settings::slip_since, Settings::SlipSince::last_quarter))
          == "Slipped (less than 3 months)");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | Q1 30/04/2017 | returned",
                  with(&Settings::slip_since, Settings::SlipSince::last_quarter))
          == "On Target");
}

TEST_CASE("an overdue action can be left unslipped until it has a date", "[action][CW-59][A15]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.overdue_counts_to_period_end = false;
    quarter.action("BS-A01 | 01/04/2016 to 31/07/2016 | returned");
    CHECK(quarter.action_status("BS-A01") == "On Target");
    CHECK(quarter.action_of("BS-A01").overdue);
}

TEST_CASE("a Red KPI can be asked to explain itself only where it is worse than its baseline",
          "[exceptions][CW-68][A17]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.red_against_baseline_too = true;
    quarter.indicator("BS-01 | kpi | target 100 | baseline 70 | actual 80")
        .indicator("BS-02 | kpi | target 100 | baseline 85 | actual 80");
    REQUIRE(quarter.decided().red_kpis.size() == 1);
    CHECK(quarter.decided().indicators[quarter.decided().red_kpis[0]].indicator->ref.value == "BS-02");
}

TEST_CASE("figures can be compared as displayed", "[status][CW-32][A23]") {
    const Settings displayed = with(&Settings::rounding, Settings::Rounding::displayed);
    CHECK(rated("2016-17 Q4", "target 95 | actual 94.96").starts_with("Amber"));
    CHECK(rated("2016-17 Q4", "target 95 | actual 94.96", displayed).starts_with("Green"));
}
