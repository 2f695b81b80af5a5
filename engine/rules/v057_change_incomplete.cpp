#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Plan& plan : review.papers.plans) {
        for (const PlanChange& change : plan.changes) {
            std::string missing;
            const auto lacks = [&](bool blank, std::string_view what) {
                if (blank) missing += (missing.empty() ? "no " : ", no ") + std::string(what);
            };
            lacks(change.item.blank(), "item");
            // What is added has no old value, what is removed no new one.
            lacks(change.before.blank() && change.after.blank(), "value");
            lacks(change.version.blank(), "plan version");
            lacks(!change.effective, "date it takes effect");
            lacks(change.approver.blank(), "approver");
            lacks(change.reason.blank(), "reason");
            if (!missing.empty())
                add(findings, rule, {plan.file, plan.changes_sheet, change.ref.at}, change.ref.value,
                    missing);
        }
    }
}

extern constinit const Rule v057{
    .id = "V057",
    .severity = Severity::query,
    .title = "A line of the change log is incomplete",
    .why = "A target that moves is explained: what it was, what it is, from when, who approved it and why.",
    .fix = "Complete the line.",
    .source = "CWaC 5.4; CW-13",
    .examples = R"(
        change log:
            Ref   | Item changed          | Old value | New value | Approved by | Reason                | expect
            BS-01 | Annual target 2016-17 | 83%       | 85%       | Cabinet     | Ahead of plan in June |
            BS-01 | Annual target 2017-18 | 83%       | 85%       | Cabinet     |                       | V057
    )",
    .check = check,
};

} // namespace engine::rules
