#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Plan& plan : review.papers.plans)
        if (std::ranges::none_of(plan.indicators, &Indicator::kpi))
            add(findings, rule, {plan.file, plan.indicators_sheet, {}}, {},
                plan.short_name.blank() ? plan.outcome.value : plan.short_name.value);
}

extern constinit const Rule v053{
    .id = "V053",
    .severity = Severity::query,
    .title = "The plan has no key performance indicator",
    .why = "Cabinet's report shows key performance indicators; this priority would be missing from it.",
    .fix = "Mark at least one indicator as KPI.",
    .source = "CWaC 6.3-6.4; CW-09",
    .examples = R"(
        priorities: 1 2
        expect: V053
        plan a:
            Ref   | KPI | expect
            BS-01 | No  |
            BS-02 | No  |
        plan b:
            Ref   | KPI | expect
            ED-01 | Yes |
            ED-02 | No  |
        plan cover b:
            Label    | Value | expect
            Priority | 2     |
    )",
    .check = check,
};

} // namespace engine::rules
