#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const auto check_version = [&](const std::string& file, const std::string& sheet, const Text& version,
                                   const std::vector<std::string>& current) {
        if (current.empty() || std::ranges::find(current, version.value) != current.end()) return;
        add(findings, rule, {file, sheet, version.at}, {},
            (version.blank() ? "no version is given" : version.value) + "; current is " + current.front());
    };
    const Framework& framework = *review.papers.framework;
    for (const Return* from : review.matched->returns)
        check_version(from->file, from->cover_sheet, from->template_version,
                      framework.returned.template_versions);
    for (const Plan& plan : review.papers.plans)
        check_version(plan.file, plan.cover_sheet, plan.template_version, framework.plan.template_versions);
    add_observed(Observed::Kind::near_heading, In::both, rule, review, findings);
}

extern constinit const Rule v007{
    .id = "V007",
    .severity = Severity::query,
    .title = "The workbook is not made from the current template",
    .why = "Another version may ask for other figures, and a heading that is spelt differently may mean "
           "something "
           "else.",
    .fix = "Check that the columns were read as they were meant, and use the current template next time.",
    .source = "CWaC 10",
    .examples = R"(
        cover a:
            Label            | Value            | expect
            Template version | QR-2015-3        | V007
        cover b:
            Label            | Value            | expect
            Service          | Leisure Services |
            Template version | QR-2016-1        |
        plan:
            Ref   | Responsible service | expect
            BS-01 | Housing Services    |
            BS-02 | Leisure Services    |
    )",
    .check = check,
};

} // namespace engine::rules
