#include "engine/rules/each.h"

namespace engine::rules {

extern constinit const Rule v050{
    .id = "V050",
    .severity = Severity::query,
    .title = "A number stands where the other rows have a formula",
    .why = "A number typed over a formula stays when the figures behind it change.",
    .fix =
        "Copy the formula back from a neighbouring row, or say in the commentary why this figure is typed.",
    .source = "CWaC 2.6",
    .examples = R"(
        return:
            Ref   | Actual | expect
            BS-01 | =86.2% |
            BS-02 | 87.3%  | V050
            BS-03 | =85.9% |
            BS-04 | =88.1% |
    )",
    .check = each_observed<Observed::Kind::formula_typed_over, In::both>,
};

} // namespace engine::rules
