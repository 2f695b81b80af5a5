#include "engine/rules/explained.h"
#include "engine/status/status_rules.h"

namespace engine::rules {

static Broken breaks(const RatedCase& c) {
    // Where the framework reads Amber's second bullet strictly, it is Red for want of a narrative (A3).
    const bool amber = c.decided.rating.role == StatusRole::near
                       || c.decided.rating.reason.rule == status_rules::no_narrative.id;
    return amber ? without_corrective_action(c.row, c.decided.rating.reason.words) : Broken();
}

extern constinit const Rule v038{
    .id = "V038",
    .stage = Rule::Stage::deciding,
    .title = "The target is nearly reached, and no corrective action is given",
    .why = "Within the tolerance stands for two things: almost reached, and robust actions in place to bring "
           "performance back on track.",
    .fix = "Say what is being done, by whom and by when.",
    .source = "CWaC 5.5; CW-23",
    .examples = R"(
        return:
            Ref   | Annual target | Actual | Corrective action              | expect
            BS-01 | 85%           | 86.2%  |                                |
            BS-02 | 85%           | 83.2%  |                                | V038
            BS-03 | 85%           | 83.2%  | Two more assessors from August |
    )",
    .check = each_rated<breaks>,
};

} // namespace engine::rules
