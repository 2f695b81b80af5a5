#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure& numerator = c.row.numerator;
    const Figure& denominator = c.row.denominator;
    const Figure& actual = c.row.actual;
    if (c.unit() != Unit::percent || !numerator || !denominator || !actual || denominator.value->is_zero())
        return {};
    // To the places that were typed: 67% is right for 2 of 3, and so is 66.7%.
    const int places = std::min(actual.value->places(), 10);
    // A million times as much is a percentage of nothing, and too long to write out.
    if (numerator.value->abs() > denominator.value->abs() * 1'000'000)
        return Breach{actual.at, numerator.shown + " of " + denominator.shown + " is no percentage"};
    const auto worked_out = cells::Decimal::quotient(*numerator.value * 100, *denominator.value, places);
    if (worked_out == actual.value->rounded(places)) return {};
    return Breach{actual.at,
                  numerator.shown + " of " + denominator.shown + " is "
                      + cells::Decimal::quotient(*numerator.value * 100, *denominator.value, 1).to_text(1)
                      + "%, not " + actual.shown};
}

extern constinit const Rule v013{
    .id = "V013",
    .withholds = true,
    .title = "The percentage is not the numerator divided by the denominator",
    .why = "One of the three figures is wrong, and the percentage is the one that is published.",
    .fix = "Work the percentage out again from the two counts, and check that both are this quarter's.",
    .source = "CWaC 2.6",
    .silenced_by = "V012 V017",
    .examples = R"(
        return:
            Ref   | Unit | Numerator | Denominator | Actual | expect
            BS-01 | %    |        45 |          50 | 90%    |
            BS-02 | %    |         6 |           7 | 85.7%  |
            BS-03 | %    |         6 |           7 | 86%    |
            BS-04 | %    |        45 |          50 | 88.2%  | V013
            BS-05 | days |        45 |          50 | 86     |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
