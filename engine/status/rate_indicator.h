#pragma once
// One indicator's status for one period (CWaC section 5.5), with its reason. Findings, returns and history
// are others' business: it sees a measurement and the rules.

#include "engine/status/decided.h"
#include "engine/status/measurement.h"
#include "engine/status/rating_rules.h"

namespace engine {

Rating rate_indicator(const Measurement& measurement, const RatingRules& rules);

} // namespace engine
