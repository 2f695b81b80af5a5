#pragma once
// What changed between a plan in force and the version before it: added, removed, changed, each with the
// change log's line for it (CW-12, CW-13).

#include "engine/status/decided.h"

#include <vector>

namespace engine {

std::vector<PlanDifference> plan_differences(const Papers& papers);

} // namespace engine
