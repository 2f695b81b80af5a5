#pragma once
// The story of a quarter: papers in, everything decided.

#include "engine/framework/framework.h"
#include "engine/records/papers.h"
#include "engine/status/decided.h"

namespace engine {

/// Checks the papers (rules of the reading stage), withholds rows with errors, rates, compares, counts, and
/// checks the duties (rules of the deciding stage). The papers must outlive the result.
Decided decide(const Papers& papers);

/// One indicator's rating from its plan alone, as of a period: how history and `previous` are made.
Rating rate_history(const Indicator& indicator, const Plan& plan, Period period, const Framework& framework);

} // namespace engine
