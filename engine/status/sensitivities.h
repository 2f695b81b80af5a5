#pragma once
// Under which other reading of the framework an indicator's status would be another: a list instead of a
// guess (A1, A2, A4, A23).

#include "engine/status/decided.h"
#include "engine/status/measurement.h"

#include <vector>

namespace engine {

/// The readings that change `rating`. None for one that is not rated: it depends on no threshold.
std::vector<Sensitivity> sensitivities(const Measurement& measurement, const Rating& rating,
                                       const Framework& framework);

} // namespace engine
