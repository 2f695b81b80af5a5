#pragma once
// Everything that came in for one period, as read: the plans in force, the returns, and what was looked at on
// the way. Rules and statuses are worked out from this and the framework, and from nothing else.

#include "engine/figures/period.h"
#include "engine/records/plan.h"
#include "engine/records/returned.h"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct Framework;

struct Papers {
    const Framework* framework = nullptr;
    Period period;
    std::vector<Plan> plans;      ///< in force at the period's end, by priority
    std::vector<Plan> superseded; ///< earlier versions, for the quarters they were in force (CW-12)
    std::vector<Plan> upcoming;   ///< versions that take effect after the period
    std::vector<Return> returns;  ///< by file name
};

/// An indicator or action of the plans, with its plan. Null where the reference is in no plan.
struct PlannedIndicator {
    const Plan* plan = nullptr;
    const Indicator* indicator = nullptr;
    explicit operator bool() const { return indicator != nullptr; }
};
struct PlannedActionAt {
    const Plan* plan = nullptr;
    const PlannedAction* action = nullptr;
    explicit operator bool() const { return action != nullptr; }
};
/// References are compared without regard to case, spaces and kinds of dash: "bs–01" is "BS-01".
bool same_ref(std::string_view a, std::string_view b);
PlannedIndicator find_indicator(const Papers& papers, std::string_view ref);
PlannedActionAt find_action(const Papers& papers, std::string_view ref);

} // namespace engine
