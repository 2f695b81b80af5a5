#pragma once
// What the plans know of an indicator in earlier periods: each period is held against the version of the plan
// that was in force then (CW-12), with the figures as they stand in the newest version that has them.

#include "engine/status/decided.h"
#include "engine/status/measurement.h"

namespace engine {

/// The version of a priority's plan in force at the end of a period; the earliest where none was yet. `plan`
/// is any of them.
const Plan& version_in_force(const Papers& papers, const Plan& plan, Period period);

/// An indicator of another version of the plan, by its reference; null where it has none.
const Indicator* find_in(const Plan& plan, const Indicator& indicator);

Measurement measured_then(const Papers& papers, const Plan& plan, const Indicator& indicator, Period period);

/// The status of an earlier period; role none where nothing is known of it.
Rating rated_then(const Papers& papers, const Plan& plan, const Indicator& indicator, Period period);

/// How many periods in a row up to this one were missed, this one included.
int missed_in_a_row(const Papers& papers, const Plan& plan, const Indicator& indicator, Period last);

} // namespace engine
