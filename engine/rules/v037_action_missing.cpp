#include "engine/layout/find_table.h"
#include "engine/rules/each.h"

#include <algorithm>

namespace engine::rules {

/// Delivered or given up before this period: the two ways in which an action may leave between refreshes.
static bool has_left(const PlannedAction& action, Period now, const Framework& framework) {
    if (action.completed && *action.completed.date < first_day(now, framework.first_month)) return true;
    return std::ranges::any_of(action.statuses, [&](const auto& stated) {
        const auto& [period, status] = stated;
        const std::string said = folded(status.value);
        return period < now
               && (said == folded(framework.words(ActionStatus::delivered).word)
                   || said == folded(framework.words(ActionStatus::not_viable).word));
    });
}

static bool expected(const PlannedItem& item, const Review& review) {
    return item.action && !has_left(*item.action, review.papers.period, *review.papers.framework);
}

extern constinit const Rule v037{
    .id = "V037",
    .title = "An action of this service is missing from its return",
    .why = "An approved action leaves the plan as delivered, as no longer viable, or at a refresh; never "
           "silently.",
    .fix = "Add the row with its reference and say how the action stands.",
    .source = "CWaC 2.8, 5.10; CW-66",
    .examples = R"(
        plan actions:
            Ref    | Completed on | expect
            BS-A01 |              |
            BS-A02 |              | V037
            BS-A03 | 15/06/2016   |
        return actions:
            Ref    | expect
            BS-A01 |
    )",
    .check = each_missing<expected, &Return::actions_sheet>,
};

} // namespace engine::rules
