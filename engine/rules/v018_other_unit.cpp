#include "engine/layout/find_table.h"
#include "engine/rules/each.h"

namespace engine::rules {

/// Words for counts and percentages are many and mean one thing; "£" and "£000", "per 1,000" and "per 10,000"
/// do not.
static bool same(const std::string& planned, const std::string& returned) {
    if (planned == returned) return true;
    const auto a = parse_unit(planned);
    const auto b = parse_unit(returned);
    if (a != b) return false;
    if (a == Unit::percent || a == Unit::count || a == Unit::weeks) return true;
    return a != Unit::money && folded(planned) == folded(returned);
}

static Broken breaks(const IndicatorCase& c) {
    const Text& planned = c.planned.unit_text;
    const Text& returned = c.row.unit_text;
    if (planned.blank() || returned.blank() || same(planned.value, returned.value)) return {};
    const Place there = c.in_plan(planned.at);
    return Breach{returned.at, plan_and_return(planned.value, there, returned.value), there};
}

extern constinit const Rule v018{
    .id = "V018",
    .severity = Severity::query,
    .title = "The unit is not the plan's",
    .why = "A figure in thousands against a target in pounds is wrong by a factor of a thousand. The plan's "
           "unit is "
           "used.",
    .fix = "Give the figure in the plan's unit, or have the plan's unit corrected.",
    .source = "CWaC 5.2; CW-46",
    .examples = R"(
        plan:
            Ref   | Unit   | expect
            BS-01 | %      |
            BS-02 | Number |
            BS-03 | £000   |
        return:
            Ref   | Unit       | expect
            BS-01 | Percentage |
            BS-02 | no.        |
            BS-03 | £          | V018
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
