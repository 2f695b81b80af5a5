#include "engine/layout/find_table.h"
#include "engine/rules/each.h"
#include "engine/rules/typed_status.h"

#include <algorithm>

namespace engine::rules {

static Broken breaks(const RatedCase& c) {
    if (typed_role(c.row.status.value, c.framework()) != StatusRole::measured) return {};
    if (c.decided.rating.role == StatusRole::measured) return {};
    const std::string written = folded(c.row.status.value + " " + c.row.commentary.value);
    const auto given = [&](const std::string& reason) { return written.contains(folded(reason)); };
    if (std::ranges::any_of(c.framework().reasons, given)) return {};
    return Breach{c.row.status.at, {}};
}

extern constinit const Rule v060{
    .id = "V060",
    .stage = Rule::Stage::deciding,
    .title = "The status M is given without one of its four reasons",
    .why = "M stands for an annual measure, a survey, or a target or baseline in development, and for "
           "nothing else. A "
           "late figure is none of them.",
    .fix = "Give the figure. If a reason does apply, have the plan's frequency, target or baseline say so.",
    .source = "CWaC 5.5; CW-27",
    .examples = R"(
        plan:
            Ref   | Frequency | expect
            BS-01 | Annual    |
            BS-02 | Quarterly |
            BS-03 | Quarterly |
        return:
            Ref   | Actual | Status | expect
            BS-01 |        | M      |
            BS-02 |        | M      | V060
            BS-03 | 86.2%  | Green  |
    )",
    .check = each_rated<breaks>,
};

} // namespace engine::rules
