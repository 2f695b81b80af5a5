#include "engine/rules/explained.h"

namespace engine::rules {

static Broken breaks(const RatedCase& c) {
    return without_commentary(c, to_text(c.period().preceding()) + " was "
                                     + c.framework().words(StatusRole::missed).word);
}

extern constinit const Rule v042{
    .id = "V042",
    .stage = Rule::Stage::deciding,
    .title = "The measure missed its target last quarter, and nothing is said of its progress",
    .why = "Measures that were Red at mid-year or year-end are reported in detail at the next quarter, KPI "
           "or not.",
    .fix = "Say how the measure stands now, whatever its status has become.",
    .source = "CWaC 7.3; CW-69",
    .examples = R"(
        period: 2016-17 Q3
        plan:
            Ref   | KPI | 2016-17 / Q2 | expect
            BS-01 | No  | 86%          |
            BS-02 | No  | 75%          |
            BS-03 | Yes | 75%          |
        return:
            Ref   | Actual | Commentary                       | expect
            BS-01 | 86.1%  |                                  |
            BS-02 | 86.1%  |                                  | V042
            BS-03 | 86.1%  | Back on target since three posts were filled |
    )",
    .check = each_listed<&Decided::exceptions, breaks>,
};

} // namespace engine::rules
