#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Plan& plan : review.papers.plans) {
        for (const PlanChange& change : plan.changes) {
            Breach gaps;
            const auto lacks = [&](bool blank, cells::Address at, std::string_view what) {
                if (!blank) return;
                if (!gaps.at) gaps.at = at;
                gaps.detail += (gaps.detail.empty() ? "no " : ", no ") + std::string(what);
            };
            lacks(change.item.blank(), change.item.at, "item");
            // What is added has no old value, what is removed no new one.
            lacks(change.before.blank() && change.after.blank(), change.after.at, "value");
            lacks(change.version.blank(), change.version.at, "plan version");
            lacks(!change.effective, change.effective.at, "date it takes effect");
            lacks(change.approver.blank(), change.approver.at, "approver");
            lacks(change.reason.blank(), change.reason.at, "reason");
            if (!gaps.detail.empty())
                add(findings, rule, {plan.file, plan.changes_sheet, gaps.at ? gaps.at : change.ref.at},
                    change.ref.value, gaps.detail);
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
