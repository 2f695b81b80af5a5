#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const RatedCase& c) {
    const IndicatorDecided& decided = c.decided;
    const auto frequency = decided.indicator->frequency;
    if (frequency != Frequency::monthly && frequency != Frequency::quarterly) return {};
    if (decided.rating.role != StatusRole::measured || !decided.previous) return {};
    if (*decided.previous == StatusRole::measured || *decided.previous == StatusRole::none) return {};
    return Breach{c.row.actual.at,
                  to_text(c.period().preceding()) + " was " + c.framework().words(*decided.previous).word};
}

extern constinit const Rule v028{
    .id = "V028",
    .severity = Severity::query,
    .stage = Rule::Stage::deciding,
    .title = "The measure was rated last quarter and cannot be rated now",
    .why = "A measure that turns to M after a Red is what a committee asks about first.",
    .fix = "Say in the commentary why it can no longer be rated, and when it will be.",
    .source = "CWaC 5.5-5.6; CW-29",
    .examples = R"(
        period: 2017-18 Q1
        plan:
            Ref   | Annual target / 2017-18 | expect
            BS-01 | 85%                     |
            BS-02 | TBC                     |
        return:
            Ref   | expect
            BS-01 |
            BS-02 | V028
    )",
    .check = each_rated<breaks>,
};

} // namespace engine::rules
