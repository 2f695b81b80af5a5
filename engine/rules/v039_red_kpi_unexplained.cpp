#include "engine/rules/explained.h"

namespace engine::rules {

static Broken breaks(const RatedCase& c) {
    if (auto breach = without_commentary(c, "no commentary")) return breach;
    return without_corrective_action(c.row);
}

extern constinit const Rule v039{
    .id = "V039",
    .stage = Rule::Stage::deciding,
    .title = "A key performance indicator misses its target, and further information is not given",
    .why = "At mid-year and at year-end the outcome owner must provide further information on every Red KPI.",
    .fix = "Say why the target is missed and what is being done about it.",
    .source = "CWaC 7.3; CW-68",
    .silenced_by = "V038",
    .examples = R"(
        plan:
            Ref   | KPI | expect
            BS-01 | Yes |
            BS-02 | Yes |
            BS-03 | No  |
        return:
            Ref   | Actual | Commentary                     | Corrective action      | expect
            BS-01 | 75.3%  | Three vacancies all summer long | Two assessors recruited |
            BS-02 | 75.3%  | Three vacancies all summer long |                         | V039
            BS-03 | 75.3%  | Three vacancies all summer long |                         |
    )",
    .check = each_listed<&Decided::red_kpis, breaks>,
};

} // namespace engine::rules
