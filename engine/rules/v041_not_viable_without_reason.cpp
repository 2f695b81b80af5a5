#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const TrackedCase& c) {
    if (c.decided.status != ActionStatus::not_viable || !c.decided.reason_for_delay.empty()) return {};
    // Said in an earlier quarter, it was explained then.
    if (c.row.status.blank() || !c.decided.commentary.empty()) return {};
    return Breach{c.row.reason.at, {}};
}

extern constinit const Rule v041{
    .id = "V041",
    .stage = Rule::Stage::deciding,
    .title = "The action is no longer viable, and no reason is given",
    .why = "Members approved the action; they are told why it will not be delivered.",
    .fix = "Give the reason, and what will be done instead.",
    .source = "CWaC 5.10; CW-58",
    .examples = R"(
        return actions:
            Ref    | Status           | Reason for delay                | Commentary | expect
            BS-A01 |                  |                                 |            |
            BS-A02 | No longer viable |                                 |            | V041
            BS-A03 | No longer viable | The grant has been withdrawn    |            |
    )",
    .check = each_tracked<breaks>,
};

} // namespace engine::rules
