#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure* history = c.planned.actual(c.papers().period.preceding());
    const Figure& last = c.row.last;
    if (!history || !*history || !last || agree(*history->value, *last.value, c.planned.places)) return {};
    const Place there = c.in_plan(history->at);
    return Breach{last.at, plan_and_return(history->shown, there, last.shown), there};
}

extern constinit const Rule v048{
    .id = "V048",
    .severity = Severity::query,
    .title = "Last quarter's figure is not the one in the plan",
    .why =
        "A restated figure changes what was published and this quarter's direction of travel. It is listed.",
    .fix = "If it is restated, say why in the commentary. If not, put last quarter's published figure back.",
    .source = "CWaC 2.6, 5.6; CW-48",
    .silenced_by = "V010",
    .examples = R"(
        plan:
            Ref   | 2016-17 / Q1 | expect
            BS-01 | 84%          |
            BS-02 | 84%          |
        return:
            Ref   | Last quarter | expect
            BS-01 | 84%          |
            BS-02 | 82%          | V048
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
