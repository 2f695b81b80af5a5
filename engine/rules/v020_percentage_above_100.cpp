#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure& actual = c.row.actual;
    if (c.unit() != Unit::percent || !actual || *actual.value <= 100) return {};
    if (const Figure* target = c.target(); target && *target && *target->value > 100) return {};
    return Breach{actual.at, actual.shown};
}

extern constinit const Rule v020{
    .id = "V020",
    .severity = Severity::query,
    .title = "The percentage is above 100",
    .why = "Few percentages can be: most are a part of a whole.",
    .fix = "Check the figure. If it can be above 100, say in the commentary what it is a percentage of.",
    .source = "CWaC 2.6",
    .silenced_by = "V012 V013 V017",
    .examples = R"(
        return:
            Ref   | Unit | Annual target | Actual | expect
            BS-01 | %    | 85%           | 100%   |
            BS-02 | %    | 85%           | 102%   | V020
            BS-03 | %    | 105%          | 106%   |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
