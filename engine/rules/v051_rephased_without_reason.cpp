#include "engine/rules/explained.h"

namespace engine::rules {

static Broken breaks(const ActionCase& c) {
    const DateField& before = c.planned.end_as_of(c.papers().period.preceding());
    const DateField& now = c.row.revised;
    if (!now || !before || *now.date <= *before.date || c.row.completed) return {};
    auto breach = without_reason(c.row, before.shown + " is now " + now.shown);
    if (breach) breach->other = c.in_plan(before.at);
    return breach;
}

extern constinit const Rule v051{
    .id = "V051",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "The action has been re-phased without a reason",
    .why = "Every delay is reported as slipped; the reason is what the report says of it.",
    .fix = "Give the reason for the delay.",
    .source = "CWaC 5.10, 7.2",
    .silenced_by = "V032 V033 V040",
    .examples = R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/04/2016 | 31/12/2016 |
            BS-A02 | 01/04/2016 | 31/12/2016 |
            BS-A03 | 01/04/2016 | 31/12/2016 |
        return actions:
            Ref    | Revised end date | Reason for delay      | expect
            BS-A01 | 31/01/2017       | Two vacancies in May  |
            BS-A02 | 31/01/2017       |                       | V051
            BS-A03 | 31/12/2016       |                       |
    )",
    .check = each_action<breaks>,
};

} // namespace engine::rules
