#include "engine/rules/each.h"

namespace engine::rules {

extern constinit const Rule v049{
    .id = "V049",
    .severity = Severity::query,
    .title = "A hidden row or column holds figures",
    .why = "Hidden figures are read like all others, and nobody who looks at the sheet sees them.",
    .fix = "Show the row or column, and delete it if it is not meant to be sent.",
    .source = "CWaC 2.6",
    .examples = R"(
        return:
            Ref   | Actual | expect
            BS-01 | 86.2%  |
            BS-02 | 86.2%  | ~ V049
    )",
    .check = each_observed<Observed::Kind::hidden_figures, In::both>,
};

} // namespace engine::rules
