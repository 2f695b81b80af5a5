// Nothing that a workbook can hold may overflow: figures at the ends of what is read as one, put through
// every way of rating, of comparing and of checking.
#include "engine/status/decide.h"
#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <set>
#include <string>

using engine::Settings;
using support::Quarter;

static constexpr std::array<const char*, 5> extremes = {"999999999999", "-999999999999",
                                                        "0.000000000000000001", "-123456.789012345", "0"};
static constexpr std::array<const char*, 7> kinds = {"number | cumulative",   "% | higher",
                                                     "days | lower",          "range %a to %b | score",
                                                     "number | annual | kpi", "£ | cumulative | lower | kpi",
                                                     "score | survey"};

static std::string replaced(std::string text, std::string_view part, std::string_view by) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
        text.replace(at, part.size(), by);
    return text;
}

/// Every pair of extremes on every kind of indicator: what is returned is the one, what it is held against
/// the other, each way round for what was there last quarter.
static void add_extremes(Quarter& quarter) {
    int number = 0;
    for (const char* kind : kinds)
        for (const char* a : extremes)
            for (const char* b : extremes)
                for (const char* c : extremes) {
                    const std::string line =
                        "BS-" + std::to_string(++number)
                        + " | %k | target %b | baseline %c | profiled %c | profiled Q1 %a | "
                          "Q1 %b | 2015-16 Q4 %c | 2015-16 Q2 %b | forecast Q1 %c | actual %a"
                          " | forecast %b | last %c";
                    quarter.indicator(
                        replaced(replaced(replaced(replaced(line, "%k", kind), "%a", a), "%b", b), "%c", c));
                }
}

/// How many indicators are decided; the rules that decided go to `reached`.
static std::size_t count_decided(const Settings& settings, const char* period,
                                 std::set<std::string>& reached) {
    Quarter quarter(period);
    quarter.framework.settings = settings;
    add_extremes(quarter);
    engine::Papers papers = quarter.papers();
    auto& rows = papers.returns.front().indicators;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].numerator = rows[i].actual;
        rows[i].denominator = rows[(i * 7 + 3) % rows.size()].forecast;
        rows[i].target = rows[i].last;
    }
    const auto decided = engine::decide(papers);
    for (const engine::IndicatorDecided& item : decided.indicators)
        reached.insert({item.rating.reason.rule, item.direction.reason.rule});
    return decided.indicators.size();
}

TEST_CASE("figures at the ends of what is read overflow in no status, no direction and no rule", "[status]") {
    const Settings plain = Quarter("2016-17 Q2").framework.settings;
    Settings first = plain;
    first.tolerance = Settings::Tolerance::points;
    first.cumulative_direction = Settings::Cumulative::increment;
    first.maintained_within = cells::Decimal::parse("999.9999").value();
    first.jump_per_cent = *first.maintained_within;
    first.zero_target = Settings::ZeroTarget::points;
    first.rounding = Settings::Rounding::displayed;
    first.on_track = Settings::OnTrack::forecast_only;
    Settings second = first;
    second.cumulative_direction = Settings::Cumulative::share_of_profile;
    second.rounding = Settings::Rounding::stored;
    second.zero_target = Settings::ZeroTarget::near;
    second.on_track = Settings::OnTrack::actual_only;
    second.outside_range = Settings::OutsideRange::missed;
    std::set<std::string> reached;
    for (const Settings& settings : {plain, first, second})
        for (const char* period : {"2016-17 Q2", "2016-17 Q4"})
            CHECK(count_decided(settings, period, reached) == kinds.size() * 5 * 5 * 5);
    for (const char* rule : {"S10", "S11", "S12", "S14", "S15", "S20", "S23", "S24"})
        CHECK(reached.contains(rule));
}

TEST_CASE("a tolerance is counted in quarters' increments and shares as in figures", "[status][A6][A7]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.settings.maintained_within = 10;
    quarter.framework.settings.cumulative_direction = Settings::Cumulative::share_of_profile;
    const std::string line =
        " | number | cumulative | target 400 | profiled Q1 100 | profiled 200 | Q1 100 | ";
    quarter.indicator("BS-01" + line + "actual 180")
        .indicator("BS-02" + line + "actual 179")
        .indicator("BS-03" + line + "actual 220")
        .indicator("BS-04" + line + "actual 221");
    CHECK(quarter.direction("BS-01") == "Maintained");
    CHECK(quarter.direction("BS-02") == "Declining");
    CHECK(quarter.direction("BS-03") == "Maintained");
    CHECK(quarter.direction("BS-04") == "Improving");
}
