#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const TrackedCase& c) {
    if (!c.decided.should_have_started) return {};
    return Breach{c.row.status.at, "start " + c.decided.action->start.shown};
}

extern constinit const Rule v036{
    .id = "V036",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "The action should have started and has not",
    .why = "It can neither be scheduled for a future quarter nor plainly be on target.",
    .fix =
        "Say whether it has started. If it starts later, give the revised end date or confirm that it holds.",
    .source = "CWaC 5.10; CW-60",
    .examples = R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/07/2016 | 31/03/2018 |
            BS-A02 | 01/07/2016 | 31/03/2018 |
            BS-A03 | 01/01/2017 | 31/03/2018 |
        return actions:
            Ref    | Status      | expect
            BS-A01 |             |
            BS-A02 | Not started | V036
            BS-A03 |             |
    )",
    .check = each_tracked<breaks>,
};

} // namespace engine::rules
