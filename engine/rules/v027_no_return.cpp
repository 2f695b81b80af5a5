#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure& actual = c.row.actual;
    const auto frequency = c.planned.frequency;
    if (frequency != Frequency::monthly && frequency != Frequency::quarterly) return {};
    if (actual || c.row.forecast) return {};
    if (!actual.blank() && actual.marker != Marker::pending && actual.marker != Marker::not_applicable)
        return {};
    // Without a target or a baseline the measure is M, figure or not.
    const Figure* target = c.target();
    const bool has_range =
        c.planned.polarity == Polarity::in_range && (c.planned.range_from || c.planned.range_to);
    if ((!has_range && (!target || !*target)) || !c.planned.baseline) return {};
    return Breach{actual.at, actual.blank() ? "the cell is blank" : "'" + actual.shown + "'"};
}

extern constinit const Rule v027{
    .id = "V027",
    .title = "No figure has been returned for a measure that is due each quarter",
    .why = "That is a missing return and not an M: lateness is none of M's four reasons.",
    .fix = "Give the figure, or a year-end forecast until it is there.",
    .source = "CWaC 5.5; CW-28",
    .silenced_by = "V060",
    .examples = R"(
        plan:
            Ref   | Frequency | expect
            BS-01 | Quarterly |
            BS-02 | Monthly   |
            BS-03 | Annual    |
            BS-04 | Quarterly |
        return:
            Ref   | Actual | Year-end forecast | expect
            BS-01 |        |                   | V027
            BS-02 | TBC    |                   | V027
            BS-03 |        |                   |
            BS-04 |        | 86%               |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
