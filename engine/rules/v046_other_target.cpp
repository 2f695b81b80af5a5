#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure* planned = c.target();
    const Figure& returned = c.row.target;
    if (!planned || !*planned || !returned || agree(*planned->value, *returned.value, c.planned.places))
        return {};
    const Place there = c.in_plan(planned->at);
    return Breach{returned.at, plan_and_return(planned->shown, there, returned.shown), there};
}

extern constinit const Rule v046{
    .id = "V046",
    .severity = Severity::query,
    .title = "The target is not the plan's",
    .why = "Targets change when the plan is refreshed, not in a return. The plan's target is used.",
    .fix = "Put the plan's target into the return. If the plan is wrong, have it corrected.",
    .source = "CWaC 5.4; CW-11",
    .silenced_by = "V010",
    .examples = R"(
        plan:
            Ref   | Annual target / 2016-17 | expect
            BS-01 | 85%                     |
            BS-02 | 85%                     |
            BS-03 | 85%                     |
        return:
            Ref   | Annual target | expect
            BS-01 | 85.0          |
            BS-02 | 80%           | V046
            BS-03 |               |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
