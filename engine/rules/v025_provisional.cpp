#include "engine/rules/each.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    const Figure& actual = c.row.actual;
    if (!actual || (actual.marker != Marker::provisional && actual.marker != Marker::estimate)) return {};
    return Breach{actual.at, actual.shown};
}

extern constinit const Rule v025{
    .id = "V025",
    .severity = Severity::note,
    .title = "The figure is provisional or an estimate",
    .why = "It is rated as it stands, and may be another one next quarter.",
    .fix = "Send the final figure when it is there; it will be listed as restated.",
    .source = "CWaC 2.6; CW-30",
    .examples = R"(
        return:
            Ref   | Actual       | expect
            BS-01 | 86.2%        |
            BS-02 | 86.2% (prov) | V025
            BS-03 | c. 86%       | V025
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
