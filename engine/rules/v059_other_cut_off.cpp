#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Papers& papers = review.papers;
    const cells::Date last = last_day(papers.period, papers.framework->first_month);
    for (const Return* from : review.matched->returns) {
        const auto report = [&](cells::Address at, const std::string& detail) {
            add(findings, rule, {from->file, from->cover_sheet, at}, {}, detail);
        };
        if (!from->finance_period.blank() && parse_period(from->finance_period.value) != papers.period)
            report(from->finance_period.at, "finance report for " + from->finance_period.value);
        if (!from->risk_period.blank() && parse_period(from->risk_period.value) != papers.period)
            report(from->risk_period.at, "risk report for " + from->risk_period.value);
        if (from->as_at.kind != DateField::Kind::blank && from->as_at.date != last)
            report(from->as_at.at,
                   "figures as at " + from->as_at.shown + "; the quarter ends on " + cells::to_text(last));
    }
}

extern constinit const Rule v059{
    .id = "V059",
    .severity = Severity::query,
    .title = "Performance, finance and risk are not at the same date",
    .why = "The three are reported to one meeting, for one quarter and one cut-off.",
    .fix = "Use the figures at the quarter's end, or say in the commentary why they are of another date.",
    .source = "CWaC 3.1, 6.1, 10; CW-83",
    .examples = R"(
        cover:
            Label                 | Value      | expect
            Finance report period | 2016-17 Q2 |
            Risk report period    | 2016-17 Q1 | V059
            Figures as at         | 31/08/2016 | V059
    )",
    .check = check,
};

} // namespace engine::rules
