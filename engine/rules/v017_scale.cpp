#include "engine/rules/each.h"

namespace engine::rules {

using cells::Decimal;

/// What the figure should be near: the year's target, else the baseline.
static std::optional<Decimal> expected(const IndicatorCase& c) {
    if (const Figure* target = c.target(); target && *target) return target->value;
    return c.planned.baseline.value;
}

/// 0.947 where 94.7 is meant: a fraction without a % format that is nearer to the target as a percentage.
static bool too_small(const Decimal& value, const Decimal& near) {
    return value > 0 && value <= 1 && (value * 100 - near).abs() < (value - near).abs();
}

/// 9470% where 94.7% is meant: above 100, and a hundredth of it is within half and double the target.
static bool too_large(const Decimal& value, const Decimal& near) {
    return value > 100 && value > near * 10 && value <= near * 200 && value * 2 >= near * 100;
}

static Broken breaks(const FigureCase& c) {
    const Figure& figure = c.figure;
    if (c.indicator.unit() != Unit::percent || !figure || c.name == "numerator" || c.name == "denominator")
        return {};
    const auto near = expected(c.indicator);
    const bool wrong =
        near ? (!figure.percent && too_small(*figure.value, *near)) || too_large(*figure.value, *near)
             : !figure.percent && *figure.value > 0 && *figure.value < 1;
    if (!wrong) return {};
    const Figure* target = c.indicator.target();
    return Breach{figure.at, std::string(c.name) + " " + figure.shown
                                 + (target && *target ? ", target " + target->shown : std::string())};
}

extern constinit const Rule v017{
    .id = "V017",
    .withholds = true,
    .title = "The percentage is out by a factor of a hundred",
    .why = "0.947 in a cell without a % format reads as 0.947%, and would be rated Red.",
    .fix = "Type 94.7 or 94.7%, or give the cell a % format.",
    .source = "CWaC 5.5; CW-31",
    .examples = R"(
        return:
            Ref   | Unit | Actual | expect
            BS-01 | %    | 86.2%  |
            BS-02 | %    | 86.2   |
            BS-03 | %    | 0.862  | V017
            BS-04 | %    | 8620%  | V017
            BS-05 | %    | "86.2%" |
    )",
    .check = each_figure<breaks>,
};

} // namespace engine::rules
