#include "engine/rules/each.h"

namespace engine::rules {

extern constinit const Rule v009{
    .id = "V009",
    .withholds = true,
    .title = "There are figures in a row without a reference",
    .why = "Without a reference the figures belong to no measure, and would be lost.",
    .fix = "Give the row the reference of its measure in the plan, or clear the row.",
    .source = "CWaC 2.3; CW-03",
    .examples = R"(
        plan:
            Ref   | expect
            BS-01 |
        return:
            Ref   | Actual | expect
            BS-01 | 86.2%  |
                  | 91.4%  | V009
    )",
    .check = each_observed<Observed::Kind::row_without_ref, In::returns>,
};

} // namespace engine::rules
