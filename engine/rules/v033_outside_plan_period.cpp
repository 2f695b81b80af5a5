#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Framework& framework = *review.papers.framework;
    const auto look = [&](const auto& item, const DateField& date) {
        if (date && (*date.date < framework.plan_first || *date.date > framework.plan_last))
            add(findings, rule, item.place(date.at), item.ref().value,
                date.shown + "; the plan is for " + cells::to_text(framework.plan_first) + " to "
                    + cells::to_text(framework.plan_last));
    };
    for (const PlannedItem& item : review.matched->planned) {
        if (!item.action) continue;
        look(item, item.action->start);
        look(item, item.action->end);
    }
    for (const ReturnedItem& row : review.matched->returned)
        if (row.action) look(row, row.action->revised);
}

extern constinit const Rule v033{
    .id = "V033",
    .severity = Severity::query,
    .title = "The date is outside the period of the plan",
    .why = "Actions deliver the plan within its years; a date outside them is often a wrong year.",
    .fix = "Check the year. If the action runs beyond the plan, say so in the commentary.",
    .source = "CWaC 2.4, 5.9; CW-08",
    .silenced_by = "V032",
    .examples = R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/04/2016 | 31/03/2020 |
            BS-A02 | 01/04/2016 | 30/06/2021 | V033
            BS-A03 | 01/09/2015 | 31/03/2018 | V033
    )",
    .check = check,
};

} // namespace engine::rules
