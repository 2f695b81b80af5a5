#include "engine/rules/each.h"

namespace engine::rules {

static bool misses(const Figure& forecast, const Figure& target, const Indicator& indicator) {
    if (!forecast) return false;
    if (indicator.polarity == Polarity::in_range)
        return (indicator.range_from && *forecast.value < *indicator.range_from.value)
               || (indicator.range_to && *forecast.value > *indicator.range_to.value);
    if (!target) return false;
    return indicator.polarity == Polarity::lower ? *forecast.value > *target.value
                                                 : *forecast.value < *target.value;
}

static Broken breaks(const RatedCase& c) {
    const IndicatorDecided& decided = c.decided;
    if (c.period().quarter == 4 || decided.rating.role != StatusRole::met) return {};
    if (decided.rating.basis != Basis::actual
        || !misses(decided.forecast, decided.target, *decided.indicator))
        return {};
    return Breach{c.row.forecast.at,
                  "forecast " + decided.forecast.shown + ", annual target " + decided.target.shown};
}

extern constinit const Rule v029{
    .id = "V029",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "The target is met now, and the forecast is to miss it at the year's end",
    .why =
        "The measure is shown as met. The committee will hear of the miss too late unless somebody says it.",
    .fix =
        "Check the forecast. If it is right, say in the commentary what is expected and what is being done.",
    .source = "CWaC 5.5; CW-16",
    .examples = R"(
        return:
            Ref   | Annual target | Actual | Year-end forecast | expect
            BS-01 | 85%           | 86.2%  | 86%               |
            BS-02 | 85%           | 86.2%  | 81%               | V029
            BS-03 | 85%           | 86.2%  |                   |
    )",
    .check = each_rated<breaks>,
};

} // namespace engine::rules
