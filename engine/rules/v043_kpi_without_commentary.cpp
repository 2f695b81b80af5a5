#include "engine/rules/explained.h"

namespace engine::rules {

static Broken breaks(const IndicatorCase& c) {
    return c.planned.kpi && c.row.actual ? without_commentary(c) : Broken();
}

extern constinit const Rule v043{
    .id = "V043",
    .severity = Severity::query,
    .title = "A key performance indicator has no commentary",
    .why = "Key performance indicators are the ones that are analysed in detail.",
    .fix = "Write a sentence or two: what the figure means and what moved it.",
    .source = "CWaC 6.3",
    .silenced_by = "V022 V039 V042",
    .examples = R"(
        plan:
            Ref   | KPI | expect
            BS-01 | Yes |
            BS-02 | Yes |
            BS-03 | No  |
        return:
            Ref   | Commentary                    | expect
            BS-01 | The summer programme was full |
            BS-02 |                               | V043
            BS-03 |                               |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
