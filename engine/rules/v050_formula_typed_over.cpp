#include "engine/records/observe.h"
#include "engine/rules/each.h"

namespace engine::rules {

/// Rows with a numerator and a denominator have something to work the figure out from; others are not
/// expected to have the formula that those have.
static bool has_counts(const ReturnedIndicator& row) {
    return row.numerator && row.denominator;
}

static void check_column(Figure ReturnedIndicator::* column, bool counts, const Return& from, int fewest,
                         const Rule& rule, std::vector<Finding>& findings) {
    std::size_t formulas = 0;
    std::vector<const ReturnedIndicator*> typed;
    for (const ReturnedIndicator& row : from.indicators) {
        const Figure& figure = row.*column;
        if (has_counts(row) != counts || !figure) continue;
        if (figure.formula)
            ++formulas;
        else
            typed.push_back(&row);
    }
    if (!formulas_rule(formulas, typed.size(), fewest)) return;
    for (const ReturnedIndicator* row : typed)
        add(findings, rule, {from.file, from.indicators_sheet, (row->*column).at}, row->ref.value,
            (row->*column).shown);
}

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Return* from : review.matched->returns)
        for (const auto column : {&ReturnedIndicator::actual, &ReturnedIndicator::forecast,
                                  &ReturnedIndicator::target, &ReturnedIndicator::last})
            for (const bool counts : {true, false})
                check_column(column, counts, *from, review.papers.framework->settings.fewest_formulas, rule,
                             findings);
    add_observed(Observed::Kind::formula_typed_over, In::plans, rule, review, findings);
}

extern constinit const Rule v050{
    .id = "V050",
    .severity = Severity::query,
    .title = "A number stands where the other rows have a formula",
    .why = "A number typed over a formula stays when the figures behind it change.",
    .fix =
        "Copy the formula back from a neighbouring row, or say in the commentary why this figure is typed.",
    .source = "CWaC 2.6; setting fewest_formulas",
    .examples = R"(
        return:
            Ref   | Unit | Numerator | Denominator | Actual | expect
            BS-01 | %    | 43        | 50          | =86%   |
            BS-02 | %    | 45        | 50          | 90%    | V050
            BS-03 | %    | 44        | 50          | =88%   |
            BS-04 | %    | 43        | 50          | =86%   |
            BS-05 | days |           |             | 86     |
    )",
    .check = check,
};

} // namespace engine::rules
