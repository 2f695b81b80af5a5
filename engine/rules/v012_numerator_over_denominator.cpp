#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure& numerator = c.row.numerator;
    const Figure& denominator = c.row.denominator;
    if (c.unit() != Unit::percent || !numerator || !denominator || *numerator.value <= *denominator.value)
        return {};
    // A percentage that is meant to pass 100 is no part of a whole: income against budget, say.
    if (const Figure* target = c.target(); target && *target && *target->value > 100) return {};
    return Breach{numerator.at, numerator.shown + " of " + denominator.shown};
}

extern constinit const Rule v012{
    .id = "V012",
    .withholds = true,
    .title = "Numerator is more than the denominator",
    .why = "A percentage counts a part of a whole; the part cannot be larger.",
    .fix = "Check whether the two figures were typed the wrong way round.",
    .source = "CWaC 2.6",
    .examples = R"(
        return:
            Ref   | Unit | Numerator | Denominator | Actual | expect
            BS-01 | %    |       103 |         120 | 85.8%  |
            BS-02 | %    |       120 |         120 | 100%   |
            BS-03 | %    |       120 |         103 | 85.8%  | V012
            BS-04 | %    |       103 |             | 85.8%  |
            BS-05 | days |       120 |          90 | 86     |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
