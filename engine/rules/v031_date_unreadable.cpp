#include "engine/rules/each.h"

#include <array>

namespace engine::rules {

static bool unreadable(const DateField& date) {
    return date.kind == DateField::Kind::vague || date.kind == DateField::Kind::unreadable;
}

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const auto look = [&](const auto& item, const DateField& date, std::string_view name, bool owed) {
        if (unreadable(date))
            add(findings, rule, item.place(date.at), item.ref().value,
                std::string(name) + " '" + date.shown + "'");
        else if (owed && date.kind == DateField::Kind::blank)
            add(findings, rule, item.place(date.at ? date.at : item.ref().at), item.ref().value,
                "no " + std::string(name));
    };
    for (const PlannedItem& item : review.matched->planned) {
        if (!item.action) continue;
        look(item, item.action->start, "start date", true);
        look(item, item.action->end, "end date", true);
    }
    for (const ReturnedItem& row : review.matched->returned) {
        if (!row.action) continue;
        const PlannedItem* planned = review.matched->plan_of(row);
        // A return repeats the plan's dates: what the plan has wrong is said once, there.
        const auto copied = [&](const DateField& date, DateField PlannedAction::* original) {
            return planned && unreadable(planned->action->*original)
                   && (planned->action->*original).shown == date.shown;
        };
        if (!copied(row.action->start, &PlannedAction::start))
            look(row, row.action->start, "start date", false);
        if (!copied(row.action->end, &PlannedAction::end)) look(row, row.action->end, "end date", false);
        look(row, row.action->revised, "revised end date", false);
        look(row, row.action->completed, "completion date", false);
    }
}

extern constinit const Rule v031{
    .id = "V031",
    .withholds = true,
    .title = "The date is missing or cannot be read",
    .why = "Each action has a clear start and end date. 'Spring' and 'ongoing' are neither early nor late.",
    .fix = "Give a day, as 31/03/2017, or a month, as Mar-17.",
    .source = "CWaC 5.9; CW-07",
    .examples = R"(
        plan actions:
            Ref    | Start date  | End date   | expect
            BS-A01 | 01/04/2016  | 31/03/2018 |
            BS-A02 | Spring 2016 | 31/03/2018 | V031
            BS-A03 | 01/04/2016  |            | V031
        return actions:
            Ref    | Revised end date | Completed on | Reason for delay | Corrective action | expect
            BS-A01 | TBC              |              |                  |                   | V031
            BS-A02 |                  | 30/09/2016   |                  |                   |
            BS-A03 |                  | 30/09/2016   |                  |                   |
    )",
    .check = check,
};

} // namespace engine::rules
