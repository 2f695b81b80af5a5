#pragma once
// What is written on one return or plan: notes, fills and values at its cells, and the list of findings.

#include "engine/cells/mark.h"
#include "engine/records/read_plan.h"
#include "engine/status/decided.h"

#include <string>
#include <vector>

namespace engine {

/// A return's marks: computed statuses in its status cells with their reasons as notes, a note and a fill at
/// each finding's cell, and the sheet "Outturn findings".
cells::Marks marks_for(const Return& returned, const Decided& decided, const Framework& framework,
                       std::string_view version);

/// A plan's values for the period: accepted actuals, forecasts, statuses, commentary, revised and completion
/// dates. The sender's targets are never among them (CW-11). A commentary edited in the plan since stays.
cells::Marks values_for(const Plan& plan, const std::vector<PlanCells>& cells, const Decided& decided,
                        const Framework& framework);

} // namespace engine
