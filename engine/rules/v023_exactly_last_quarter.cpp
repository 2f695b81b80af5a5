#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

/// Few digits are the same by chance: 12 libraries are 12 libraries every quarter.
static bool telling(const cells::Decimal& value, Unit unit, int fewest_digits) {
    if (unit == Unit::percent && value == 100) return false;
    const std::string text = value.abs().to_text();
    const auto first = text.find_first_not_of("0.");
    if (first == std::string::npos) return false;
    return std::ranges::count_if(text.substr(first), [](char c) { return c != '.'; }) >= fewest_digits;
}

static Broken breaks(const IndicatorCase& c) {
    const Period then = c.papers().period.preceding();
    const Figure* last = c.planned.actual(then);
    const Figure& actual = c.row.actual;
    if (!actual || !last || !*last || *actual.value != *last->value) return {};
    if (!telling(*actual.value, c.unit(), c.framework().settings.same_figure_digits)) return {};
    return Breach{actual.at, to_text(then) + " was also " + last->shown, c.in_plan(last->at)};
}

extern constinit const Rule v023{
    .id = "V023",
    .severity = Severity::query,
    .title = "The figure is exactly last quarter's",
    .why = "It may have been left standing when the return was copied.",
    .fix = "Check that this is the new figure. If it is, say in the commentary that nothing has changed.",
    .source = "CWaC 2.6; setting same_figure_digits",
    .silenced_by = "V010 V013",
    .examples = R"(
        plan:
            Ref   | Unit   | 2016-17 / Q1 | expect
            BS-01 | %      | 86.4%        |
            BS-02 | %      | 86.3%        |
            BS-03 | Number | 86           |
        return:
            Ref   | Actual | expect
            BS-01 | 86.4%  | V023
            BS-02 | 86.4%  |
            BS-03 | 86     |
    )",
    .check = each_indicator<breaks>,
};

} // namespace engine::rules
