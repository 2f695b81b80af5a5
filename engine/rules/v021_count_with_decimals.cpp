#include "engine/rules/each.h"

namespace engine::rules {

static bool whole(const Figure& figure) {
    return !figure || figure.value->places() == 0;
}

static Broken breaks(const IndicatorCase& c) {
    const Figure& actual = c.row.actual;
    if (c.unit() != Unit::count || whole(actual)) return {};
    // Full-time equivalents and thousands are counts with decimals, and the plan's own figures show it.
    if (!whole(c.planned.baseline)) return {};
    for (const auto& [year, target] : c.planned.targets)
        if (!whole(target)) return {};
    for (const auto& [period, earlier] : c.planned.actuals)
        if (!whole(earlier)) return {};
    return Breach{actual.at, actual.value->to_text()};
}

extern constinit const Rule v021{
    .id = "V021",
    .severity = Severity::query,
    .title = "A number of things has decimals",
    .why = "Homes, visits and complaints are counted in whole ones; decimals point to an average or another "
           "unit.",
    .fix = "Give the count itself, or have the plan's unit corrected.",
    .source = "CWaC 5.2",
    .silenced_by = "V018",
    .examples = R"(
        return:
            Ref   | Unit   | Actual | expect
            BS-01 | Number | 86     |
            BS-02 | Number | 86.4   | V021
            BS-03 | days   | 86.4   |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
