#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

static Broken breaks(const PlannedCase& c) {
    const Papers& papers = c.review.papers;
    if (!c.indicator.kpi || c.indicator.ref.blank()) return {};
    const auto& quarters = papers.framework->duties.benchmark_quarters;
    if (std::ranges::find(quarters, papers.period.quarter) == quarters.end()) return {};
    const std::string ref = ref_key(c.indicator.ref.value);
    for (const Benchmark& line : c.plan.benchmarks) {
        if (ref_key(line.ref.value) != ref) continue;
        if (line.not_available || (line.theirs && !line.period.blank())) return {};
    }
    return Breach{c.indicator.ref.at, {}};
}

extern constinit const Rule v058{
    .id = "V058",
    .severity = Severity::query,
    .title = "A key performance indicator has no benchmark, and nothing says that there is none",
    .why = "The mid-year report shows last year's figure beside those of similar councils, each with its "
           "period.",
    .fix = "Add the line with its period to the plan's benchmarks, or write 'not available' there.",
    .source = "CWaC 5.8; CW-49, CW-51",
    .examples = R"(
        plan:
            Ref   | KPI | expect
            BS-01 | Yes |
            BS-02 | Yes |
            BS-03 | Yes | V058
            BS-04 | No  |
        benchmarks:
            Ref   | Comparator value | expect
            BS-01 | 82.4%            |
            BS-02 | not available    |
    )",
    .check = each_planned<breaks>,
};

} // namespace engine::rules
