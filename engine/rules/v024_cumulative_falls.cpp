#include "engine/rules/each.h"

namespace engine::rules {

/// A sum over the year cannot fall. A share or a rate of the year to date can, unless its profile rises.
static bool only_grows(const IndicatorCase& c, Period then, Period now) {
    switch (c.unit()) {
    case Unit::count:
    case Unit::money:
    case Unit::days:
    case Unit::weeks:
        return true;
    default:
        break;
    }
    const Figure* before = c.planned.profile(then);
    const Figure* after = c.planned.profile(now);
    return before && after && *before && *after && *after->value > *before->value;
}

static Broken breaks(const IndicatorCase& c) {
    const Period now = c.papers().period;
    if (c.planned.measured != Measured::cumulative || now.quarter == 1) return {};
    // Where last quarter's figure is restated (V048), the new one counts.
    const Figure* history = c.planned.actual(now.preceding());
    const Figure& last = c.row.last || !history ? c.row.last : *history;
    const Figure& actual = c.row.actual;
    if (!actual || !last || *actual.value >= *last.value) return {};
    if (last.value->is_negative() || !only_grows(c, now.preceding(), now)) return {};
    return Breach{actual.at, to_text(now.preceding()) + " " + last.shown + ", now " + actual.shown,
                  &last == history ? c.in_plan(last.at)
                                   : Place{c.from.file, c.from.indicators_sheet, last.at}};
}

extern constinit const Rule v024{
    .id = "V024",
    .withholds = true,
    .title = "A figure for the year to date has fallen",
    .why = "What has been counted since April cannot become less. Often it is the quarter's figure alone.",
    .fix =
        "Give the total since the start of the year. If last quarter's figure was wrong, have it restated.",
    .source = "CWaC 5.7; CW-44",
    .silenced_by = "V017 V019",
    .examples = R"(
        plan:
            Ref   | Unit   | Measured as | 2016-17 / Q1 | expect
            BS-01 | Number | Cumulative  | 84           |
            BS-02 | Number | Cumulative  | 84           |
            BS-03 | Number | Snapshot    | 84           |
        return:
            Ref   | Actual | Year-end forecast | Corrective action | expect
            BS-01 | 86     | 170               |                   |
            BS-02 | 80     | 170               |                   | V024
            BS-03 | 83     |                   | Two more officers |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
