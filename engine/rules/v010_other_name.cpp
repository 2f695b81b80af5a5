#include "engine/layout/find_table.h"
#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const ReturnedItem& row : review.matched->returned) {
        const PlannedItem* planned = review.matched->plan_of(row);
        if (!planned || row.name().blank() || planned->name().blank()) continue;
        if (folded(row.name().value) == folded(planned->name().value)) continue;
        const Place there = planned->place(planned->name().at);
        add(findings, rule, row.place(row.name().at), row.ref().value,
            plan_and_return("'" + planned->name().value + "'", there, "'" + row.name().value + "'"), there);
    }
}

extern constinit const Rule v010{
    .id = "V010",
    .severity = Severity::query,
    .title = "The name is not the plan's",
    .why =
        "Either the reference is that of another measure, or the measure has quietly become a different one.",
    .fix =
        "Check the reference, then use the plan's name. A new name comes with the next version of the plan.",
    .source = "CWaC 5.2; CW-46",
    .examples = R"(
        plan:
            Ref   | Indicator                | expect
            BS-01 | Homes let within 21 days |
            BS-02 | Homes repaired on time   |
        return:
            Ref   | Indicator                 | expect
            BS-01 | homes let within 21 days  |
            BS-02 | Rent collected            | V010
    )",
    .check = check,
};

} // namespace engine::rules
