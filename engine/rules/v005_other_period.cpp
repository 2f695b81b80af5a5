#include "engine/rules/each.h"

namespace engine::rules {

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Return& from : review.papers.returns) {
        if (from.period == review.papers.period) continue;
        const std::string said = from.period_text.blank() ? "no period is given"
                                 : from.period            ? to_text(*from.period)
                                                          : "'" + from.period_text.value + "' is no period";
        add(findings, rule, {from.file, from.cover_sheet, from.period_text.at}, {},
            said + "; asked for is " + to_text(review.papers.period));
    }
}

extern constinit const Rule v005{
    .id = "V005",
    .withholds = true,
    .title = "The return is for another period",
    .why = "Figures of one quarter would be published as those of another. Nothing else in the return is "
           "checked.",
    .fix = "Send the return for the period asked for, or correct the period on its cover.",
    .source = "CWaC 6.1; CW-83",
    .examples = R"(
        return:
            Ref   | Actual | expect
            BS-01 |        |
        cover:
            Label  | Value      | expect
            Period | 2016-17 Q1 | V005
    )",
    .check = check,
};

} // namespace engine::rules
