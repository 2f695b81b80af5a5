#include "engine/layout/find_table.h"
#include "engine/rules/each.h"

#include <algorithm>
#include <array>

namespace engine::rules {

/// A change, a variance or a net figure can be negative whatever its unit is.
static bool may_be_negative(const IndicatorCase& c) {
    const Unit unit = c.unit();
    if (unit == Unit::money || unit == Unit::score || unit == Unit::other) return true;
    const auto negative = [](const Figure& figure) { return figure && figure.value->is_negative(); };
    if (negative(c.planned.baseline) || negative(c.planned.range_from)) return true;
    for (const auto& [year, target] : c.planned.targets)
        if (negative(target)) return true;
    for (const auto& [period, actual] : c.planned.actuals)
        if (negative(actual)) return true;
    static constexpr std::array<std::string_view, 4> words{"change", "variance", "growth", "difference"};
    const std::string said = folded(c.planned.name.value + " " + c.planned.definition.value);
    return std::ranges::any_of(words, [&](std::string_view word) { return said.contains(word); });
}

static Broken breaks(const FigureCase& c) {
    if (!c.figure || !c.figure.value->is_negative() || may_be_negative(c.indicator)) return {};
    return Breach{c.figure.at, std::string(c.name) + " " + c.figure.shown};
}

extern constinit const Rule v019{
    .id = "V019",
    .withholds = true,
    .title = "The figure is negative, and this measure cannot be",
    .why = "A count, a share, a rate or a number of days starts at nothing.",
    .fix = "Correct the sign. If the measure is a change, have its name in the plan say so.",
    .source = "CWaC 2.6",
    .silenced_by = "V012",
    .examples = R"(
        plan:
            Ref   | Indicator        | Unit   | Good is | expect
            BS-01 | Homes let        | Number | Higher  |
            BS-02 | Change in visits | %      | Lower   |
            BS-03 | Cost of lettings | £000   | Lower   |
        return:
            Ref   | Actual | expect
            BS-01 | -86    | V019
            BS-02 | -1.5%  |
            BS-03 | -20    |
    )",
    .check = each_figure<breaks>,
};

} // namespace engine::rules
