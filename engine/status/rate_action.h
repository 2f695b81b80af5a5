#pragma once
// One action's status for one period (CWaC section 5.10), from its dates alone: a typed status is heard only
// where no date can say it (no longer viable, not started).

#include "engine/status/decided.h"

namespace engine {

/// What is known of an action in one period.
struct ActionAnswer {
    const Plan* plan = nullptr;
    const PlannedAction* action = nullptr;
    Period period;
    const Return* from = nullptr;        ///< null: nothing acceptable was returned
    const ReturnedAction* row = nullptr; ///< null with it
};

/// Fills everything of `decided` that follows from dates: status, spans, expected end, completion, flags and
/// reason. Who sent it and what they wrote is the caller's.
void rate_action(const ActionAnswer& answer, const Framework& framework, ActionDecided& decided);

} // namespace engine
