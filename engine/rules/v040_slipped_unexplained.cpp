#include "engine/rules/explained.h"

namespace engine::rules {

static Broken breaks(const TrackedCase& c) {
    if (c.decided.status != ActionStatus::slipped_long || !c.framework().duties.slipped_long_explained)
        return {};
    if (auto breach = without_reason(c.row)) return breach;
    return without_corrective_action(c.row);
}

extern constinit const Rule v040{
    .id = "V040",
    .stage = Rule::Stage::deciding,
    .title = "A long slippage is not explained",
    .why = "An action that slips by more than three months owes the reasons for the delay and the corrective "
           "actions "
           "taken.",
    .fix = "Give both: why it is late, and what has been done.",
    .source = "CWaC 7.2; CW-67",
    .silenced_by = "V035",
    .examples = R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/04/2016 | 31/12/2016 |
            BS-A02 | 01/04/2016 | 31/12/2016 |
            BS-A03 | 01/04/2016 | 31/12/2016 |
        return actions:
            Ref    | Revised end date | Reason for delay          | Corrective action     | expect
            BS-A01 | 30/06/2017       | The tender drew no offers | A second tender is out |
            BS-A02 | 30/06/2017       | The tender drew no offers |                        | V040
            BS-A03 | 28/02/2017       | The tender drew no offers |                        |
    )",
    .check = each_tracked<breaks>,
};

} // namespace engine::rules
