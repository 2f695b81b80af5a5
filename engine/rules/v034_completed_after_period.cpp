#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const ActionCase& c) {
    const DateField& completed = c.row.completed;
    const cells::Date last = last_day(c.papers().period, c.papers().framework->first_month);
    if (!completed || *completed.date <= last) return {};
    return Breach{completed.at, completed.shown + "; the quarter ends on " + cells::to_text(last)};
}

extern constinit const Rule v034{
    .id = "V034",
    .withholds = true,
    .title = "The action was completed after the quarter's end",
    .why = "A quarter's report says what was delivered by its last day; what came later is for the next one.",
    .fix = "Correct the date, or leave it out and give it with the next return.",
    .source = "CWaC 5.10; CW-54",
    .examples = R"(
        return actions:
            Ref    | Completed on | expect
            BS-A01 | 30/09/2016   |
            BS-A02 | 03/10/2016   | V034
            BS-A03 |              |
    )",
    .check = each_action<breaks>,
};

} // namespace engine::rules
