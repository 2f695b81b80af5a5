#pragma once
// Counts of statuses, directions and action statuses, for each plan, each theme and the council. Each adds up
// to the number of items (CW-81).

#include "engine/status/decided.h"

namespace engine {

/// Fills `council`, `by_plan` and `by_theme` from the indicators and actions decided. A plan's theme is that
/// of its priority in the framework where its cover names none.
void count(const Papers& papers, Decided& decided);

} // namespace engine
