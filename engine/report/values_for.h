#pragma once
// What an updated plan gains from a period: accepted actuals and forecasts, statuses, commentary, revised and
// completion dates. The sender's targets are never among them (CW-11).

#include "engine/cells/mark.h"
#include "engine/records/read_plan.h"
#include "engine/status/decided.h"

#include <vector>

namespace engine {

/// The values, by cell. `cells` are the plan's own, from output_cells(). Only an accepted row's figures are
/// written; a status is written for every indicator and action.
cells::Marks values_for(const Plan& plan, const std::vector<PlanCells>& cells, const Decided& decided,
                        const Framework& framework);

} // namespace engine
