#include "engine/rules/each.h"

#include <algorithm>
#include <map>

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    // One workbook looked at alone, without its plan, is not asked for the others.
    if (review.papers.plans.empty()) return;
    std::map<int, const Plan*> by_priority;
    for (const Priority& priority : review.papers.framework->priorities)
        by_priority[priority.number] = nullptr;
    for (const Plan& plan : review.papers.plans) {
        if (plan.priority == 0) continue; // V062
        const Place place{plan.file, plan.cover_sheet, plan.priority_text.at};
        const auto found = by_priority.find(plan.priority);
        if (found == by_priority.end())
            add(findings, rule, place, {}, "the framework has no priority " + std::to_string(plan.priority));
        else if (const Plan* other = found->second)
            add(findings, rule, place, {},
                "priority " + std::to_string(plan.priority) + " is also that of " + other->file,
                {other->file, other->cover_sheet, other->priority_text.at});
        else
            found->second = &plan;
    }
    // A plan that does not name its priority (V062) may well be the missing one.
    if (std::ranges::any_of(review.papers.plans, [](const Plan& plan) { return plan.priority == 0; })) return;
    for (const Priority& priority : review.papers.framework->priorities)
        if (!by_priority[priority.number])
            add(findings, rule, {}, {},
                "no plan for priority " + std::to_string(priority.number) + ", " + priority.short_name);
}

extern constinit const Rule v011{
    .id = "V011",
    .title = "Each priority has exactly one outcome plan, and this one has none or one too many",
    .why =
        "A priority without its plan would be missing from the report; with two, its targets are in doubt.",
    .fix = "Add the plan that is missing, or take out the one that is not in force.",
    .source = "CWaC 1.1, 2.4; CW-01",
    .examples = R"(
        priorities: 1 2 3
        expect: V011
        plan a:
            Ref   | expect
            BS-01 |
        plan b:
            Ref   | expect
            ED-01 |
        plan cover b:
            Label    | Value | expect
            Priority | 2     |
        plan c:
            Ref   | expect
            BS-02 |
        plan cover c:
            Label    | Value | expect
            Priority | 1     | V011
        plan d:
            Ref   | expect
            XX-01 |
        plan cover d:
            Label    | Value | expect
            Priority | 11    | V011
    )",
    .check = check,
};

} // namespace engine::rules
