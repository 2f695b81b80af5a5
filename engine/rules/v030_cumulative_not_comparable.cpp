#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const RatedCase& c) {
    const IndicatorDecided& decided = c.decided;
    if (decided.indicator->measured != Measured::cumulative || c.period().quarter == 4) return {};
    if (decided.rating.role != StatusRole::none || !decided.actual) return {};
    if (decided.profile || decided.forecast) return {};
    return Breach{c.row.forecast.at,
                  "annual target " + decided.target.shown + ", so far " + decided.actual.shown};
}

extern constinit const Rule v030{
    .id = "V030",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "A figure for the year to date has nothing to be compared with",
    .why = "Half a year's count is not short of a whole year's target. Without a profile or a forecast it "
           "has no "
           "status.",
    .fix = "Give a year-end forecast, or have quarterly profiled targets put into the plan.",
    .source = "CWaC 5.5",
    .examples = R"(
        plan:
            Ref   | Unit   | Measured as | 2016-17 / Q1 | Annual target / 2016-17 | expect
            BS-01 | Number | Cumulative  | 40           | 170                     |
            BS-02 | Number | Cumulative  | 40           | 170                     |
        return:
            Ref   | Actual | Year-end forecast | expect
            BS-01 | 86     | 172               |
            BS-02 | 86     |                   | V030
    )",
    .check = each_rated<breaks>,
};

} // namespace engine::rules
