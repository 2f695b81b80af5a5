#pragma once
// Which version of each plan is in force for a period (CW-12): the one with the latest effective date on or
// before the period's end. Earlier quarters keep being scored against the versions before it.

#include "engine/records/papers.h"

#include <vector>

namespace engine {

/// Sorts plans into `plans`, `superseded` and `upcoming` of the papers, each by priority and effective date.
/// A plan without a readable effective date counts as in force from the first. Two of one priority with one
/// date are both in force; a rule says so. Requires: papers have a framework and a period.
void place_plans(Papers& papers, std::vector<Plan> plans);

} // namespace engine
