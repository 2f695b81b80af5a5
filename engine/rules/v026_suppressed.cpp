#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure& actual = c.row.actual;
    if (actual.marker != Marker::suppressed) return {};
    return Breach{actual.at, actual.shown};
}

extern constinit const Rule v026{
    .id = "V026",
    .severity = Severity::query,
    .title = "The figure is suppressed, so the measure has no status",
    .why = "A figure that is too small to publish cannot be set against its target.",
    .fix = "If the status may be published without the figure, agree with the performance team how.",
    .source = "CWaC 2.6; CW-30",
    .examples = R"(
        return:
            Ref   | Unit   | Actual | expect
            BS-01 | Number | 86     |
            BS-02 | Number | <5     | V026
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
