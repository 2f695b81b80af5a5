#include "engine/rules/each.h"

namespace engine::rules {

using cells::Decimal;

static Broken breaks(const IndicatorCase& c) {
    const Period now = c.papers().period;
    // A figure that grows through the year is set against the same quarter of the year before.
    const Period then = c.planned.measured == Measured::cumulative ? now.year_before() : now.preceding();
    const Figure* earlier = c.planned.actual(then);
    const Figure& actual = c.row.actual;
    if (!actual || !earlier || !*earlier || earlier->value->is_zero() || !c.row.commentary.blank()) return {};
    const Decimal difference = (*actual.value - *earlier->value).abs();
    if (c.unit() == Unit::count && difference < c.framework().settings.jump_least_count) return {};
    if (difference * 100 <= earlier->value->abs() * c.framework().settings.jump_per_cent) return {};
    return Breach{actual.at, to_text(then) + " " + earlier->shown + ", now " + actual.shown,
                  c.in_plan(earlier->at)};
}

extern constinit const Rule v022{
    .id = "V022",
    .severity = Severity::query,
    .title = "The figure has changed a lot, and nothing says why",
    .why = "A large change is the news of the quarter or a slip of the keys.",
    .fix = "Check the figure. If it is right, explain the change in the commentary.",
    .source = "CWaC 2.6; settings jump_per_cent, jump_least_count",
    .silenced_by = "V010 V012 V013 V017 V018 V019 V020 V024 V048",
    .examples = R"(
        plan:
            Ref   | Unit | KPI | 2016-17 / Q1 | expect
            BS-01 | days | No  | 84           |
            BS-02 | days | No  | 84           |
            BS-03 | days | Yes | 84           |
        return:
            Ref   | Actual | Commentary                    | expect
            BS-01 | 105    |                               |
            BS-02 | 106    |                               | V022
            BS-03 | 106    | The new centre opened in July |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
