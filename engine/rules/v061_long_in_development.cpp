#include "engine/rules/each.h"
#include "engine/status/history.h"

namespace engine::rules {

static bool in_development(const Rating& rating) {
    return rating.role == StatusRole::measured
           && (rating.measured == MeasuredReason::target || rating.measured == MeasuredReason::baseline);
}

static Broken breaks(const PlannedCase& c) {
    const Papers& papers = c.review.papers;
    const Framework& framework = *papers.framework;
    const Period first = period_of(framework.plan_first, framework.first_month);
    int quarters = 0;
    for (Period period = papers.period; period >= first; period = period.preceding()) {
        if (!in_development(rated_then(papers, c.plan, c.indicator, period))) break;
        ++quarters;
    }
    if (quarters <= framework.settings.development_quarters) return {};
    const bool baseline =
        rated_then(papers, c.plan, c.indicator, papers.period).measured == MeasuredReason::baseline;
    const Figure* target = c.indicator.target(papers.period.year);
    return Breach{baseline ? c.indicator.baseline.at
                  : target ? target->at
                           : c.indicator.ref.at,
                  std::string(baseline ? "baseline" : "target") + ", " + std::to_string(quarters)
                      + " quarters"};
}

extern constinit const Rule v061{
    .id = "V061",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "A target or baseline has been in development for too long",
    .why = "A measure without them is M, quarter after quarter, and nobody can say how it does.",
    .fix = "Set the target or baseline, or take the measure out at the next refresh.",
    .source = "CWaC 5.5; ambiguity A30, setting development_quarters",
    .examples = R"(
        period: 2016-17 Q3
        plan:
            Ref   | Annual target / 2016-17 | Baseline | expect
            BS-01 | 85%                     | 80%      |
            BS-02 | TBC                     | 80%      | V061
            BS-03 | 85%                     | TBC      | V061
    )",
    .check = each_planned<breaks>,
};

} // namespace engine::rules
