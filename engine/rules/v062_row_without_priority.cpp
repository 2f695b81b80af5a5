#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Plan& plan : review.papers.plans)
        if (plan.priority == 0)
            add(findings, rule, {plan.file, plan.cover_sheet, plan.priority_text.at}, {},
                plan.priority_text.blank() ? "the plan names no priority"
                                           : "'" + plan.priority_text.value + "' is no priority's number");
    add_observed(Observed::Kind::row_without_ref, In::plans, rule, review, findings);
}

extern constinit const Rule v062{
    .id = "V062",
    .title = "A row belongs to no priority or has no reference",
    .why = "Each indicator and action hangs from its plan, and each plan from its priority: the golden line.",
    .fix = "Give the plan its priority's number, and each row its reference.",
    .source = "CWaC 2.3-2.4; CW-03",
    .examples = R"(
        plan:
            Ref   | Baseline | expect
            BS-01 | 80%      |
                  | 70%      | V062
    )",
    .check = check,
};

} // namespace engine::rules
