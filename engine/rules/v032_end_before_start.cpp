#include "engine/rules/each.h"

namespace engine::rules {

static bool reversed(const DateField& start, const DateField& end) {
    return start && end && *end.date < *start.date;
}

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const auto look = [&](const auto& item, const DateField& start, const Place& at, const DateField& end) {
        if (reversed(start, end))
            add(findings, rule, item.place(end.at), item.ref().value, start.shown + " to " + end.shown, at);
    };
    for (const PlannedItem& item : review.matched->planned)
        if (item.action) look(item, item.action->start, item.place(item.action->start.at), item.action->end);
    for (const ReturnedItem& row : review.matched->returned) {
        if (!row.action) continue;
        const ReturnedAction& said = *row.action;
        const PlannedItem* planned = review.matched->plan_of(row);
        if (said.start || !planned) {
            look(row, said.start, row.place(said.start.at), said.revised);
        } else {
            look(row, planned->action->start, planned->place(planned->action->start.at), said.revised);
        }
        // A return repeats the plan's dates: what the plan has wrong is said once, there.
        const bool repeats = planned && planned->action->start.date == said.start.date
                             && planned->action->end.date == said.end.date;
        if (!repeats) look(row, said.start, row.place(said.start.at), said.end);
    }
}

extern constinit const Rule v032{
    .id = "V032",
    .withholds = true,
    .title = "The end is before the start",
    .why = "One of the two dates is wrong, and an action's status is worked out from both.",
    .fix = "Check the year first: it is usually the slip.",
    .source = "CWaC 5.9; CW-07",
    .examples = R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/10/2016 | 01/10/2016 |
            BS-A02 | 01/10/2016 | 31/03/2016 | V032
            BS-A03 | 01/04/2016 | 31/03/2018 |
        return actions:
            Ref    | Revised end date | expect
            BS-A01 |                  |
            BS-A02 |                  |
            BS-A03 | 31/03/2016       | V032
    )",
    .check = check,
};

} // namespace engine::rules
