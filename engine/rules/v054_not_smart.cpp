#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

/// Words where a number should be: "Improve", "Top quartile". "TBC" is a target being developed.
static bool words_alone(const Figure& target) {
    return target.marker == Marker::unreadable || target.marker == Marker::out_of_range
           || target.marker == Marker::not_applicable;
}

static Broken breaks(const PlannedCase& c) {
    const Indicator& i = c.indicator;
    Breach breach;
    const auto lacks = [&](cells::Address at, const std::string& what) {
        if (!breach.at) breach.at = at;
        breach.detail += (breach.detail.empty() ? "" : "; ") + what;
    };
    for (const auto& [year, target] : i.targets)
        if (words_alone(target))
            lacks(target.at, "no number in '" + target.shown + "' for " + year_text(year));
    if (i.unit_text.blank()) lacks(i.unit_text.at, "no unit");
    const auto stated = [](const auto& target) { return !target.second.blank(); };
    if (std::ranges::none_of(i.targets, stated)) lacks(i.ref.at, "no date: no year has a target");
    if (breach.detail.empty()) return {};
    return breach;
}

extern constinit const Rule v054{
    .id = "V054",
    .severity = Severity::query,
    .title = "The target is not SMART",
    .why = "A target is specific, measurable and time-related: it has a unit, a number and a date. Whether "
           "it is "
           "achievable and realistic no rule can tell.",
    .fix = "Give a number in the indicator's unit for each year.",
    .source = "CWaC 5.2; CW-10",
    .examples = R"(
        plan:
            Ref   | Unit | Annual target / 2019-20 | expect
            BS-01 | %    | 85%                     |
            BS-02 | %    | Top quartile            | V054
            BS-03 | %    | TBC                     |
            BS-04 |      | 85                      | V052 V054
    )",
    .check = each_planned<breaks>,
};

} // namespace engine::rules
