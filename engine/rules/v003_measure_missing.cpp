#include "engine/rules/each.h"

#include <utility>

namespace engine::rules {

/// An annual measure is due at the year's end, a survey when there is a result.
static bool due(const Indicator& indicator, Period period) {
    if (indicator.frequency == Frequency::survey) return false;
    return indicator.frequency != Frequency::annual || period.quarter == 4;
}

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Matched& matched = *review.matched;
    for (const Return* from : matched.returns) {
        const auto service = matched.service_of.find(from);
        if (service == matched.service_of.end()) continue;
        for (const PlannedItem& item : matched.planned) {
            if (!item.indicator || !item.rows.empty() || item.ref().blank() || item.repeated) continue;
            if (item.service != service->second || !due(*item.indicator, review.papers.period)) continue;
            add(findings, rule, {from->file, from->indicators_sheet, {}}, item.ref().value,
                item.ref().value + " " + item.name().value, item.place(item.ref().at));
        }
    }
}

extern constinit const Rule v003{
    .id = "V003",
    .title = "A measure of this service is missing from its return",
    .why =
        "Every measure that is planned and due is reported each quarter; a row that is left out is not seen.",
    .fix = "Add the row with its reference. If the measure has ended, have the plan say so.",
    .source = "CWaC 2.4, 6.5",
    .examples = R"(
        plan:
            Ref   | Frequency | Responsible service | expect
            BS-01 | Quarterly | Housing Services    |
            BS-02 | Quarterly | Housing Services    | V003
            BS-03 | Annual    | Housing Services    |
            BS-04 | Survey    | Housing Services    |
        return:
            Ref   | expect
            BS-01 |
    )",
    .check = check,
};

} // namespace engine::rules
