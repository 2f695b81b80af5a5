#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const TrackedCase& c) {
    if (!c.decided.overdue) return {};
    const DateField& end = c.decided.expected_end;
    return Breach{c.row.revised.at, end.shown.empty() ? std::string() : "due " + end.shown};
}

extern constinit const Rule v035{
    .id = "V035",
    .stage = Rule::Stage::deciding,
    .title = "The action is overdue and has no revised date",
    .why = "It is neither delivered nor re-phased. It counts as slipped to the quarter's end until answered.",
    .fix = "Give the date it was completed on, or the revised end date with the reason for the delay.",
    .source = "CWaC 5.10; CW-59",
    .examples = R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/04/2016 | 31/08/2016 |
            BS-A02 | 01/04/2016 | 31/08/2016 |
            BS-A03 | 01/04/2016 | 31/08/2016 |
        return actions:
            Ref    | Revised end date | Completed on | Reason for delay          | expect
            BS-A01 |                  | 31/08/2016   |                           |
            BS-A02 |                  |              |                           | V035
            BS-A03 | 31/10/2016       |              | The tender had to be rerun |
    )",
    .check = each_tracked<breaks>,
};

} // namespace engine::rules
