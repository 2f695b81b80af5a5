#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

static Broken breaks(const PlannedCase& c) {
    const auto set = [](const auto& target) { return target.second.value.has_value(); };
    if (!c.indicator.target_basis.blank() || std::ranges::none_of(c.indicator.targets, set)) return {};
    return Breach{c.indicator.target_basis.at, {}};
}

extern constinit const Rule v055{
    .id = "V055",
    .severity = Severity::note,
    .title = "Nothing says what the target is based on",
    .why = "Targets are set by forecasts, service knowledge and what similar councils reach.",
    .fix = "Name the basis in the plan, for the realism check.",
    .source = "CWaC 5.4, 10; CW-14",
    .examples = R"(
        plan:
            Ref   | Target basis              | expect
            BS-01 | Average of similar councils |
            BS-02 |                           | V055
    )",
    .check = each_planned<breaks>,
};

} // namespace engine::rules
