#include "engine/rules/each.h"

#include <utility>

namespace engine::rules {

/// An annual measure is due at the year's end, a survey when there is a result.
static bool due(const Indicator& indicator, Period period) {
    if (indicator.frequency == Frequency::survey) return false;
    return indicator.frequency != Frequency::annual || period.quarter == 4;
}

static bool expected(const PlannedItem& item, const Review& review) {
    return item.indicator && due(*item.indicator, review.papers.period);
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
    .check = each_missing<expected, &Return::indicators_sheet>,
};

} // namespace engine::rules
