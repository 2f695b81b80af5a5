#pragma once
// Earlier figures that services now give otherwise than the plan holds them (CW-48). The direction of travel
// is worked out from the restated figure; the plan's own stays until the restatement is accepted there.

#include "engine/status/direction.h"

#include <optional>

namespace engine {

/// The figure of the quarter before as the return restates it, where it differs at the published precision.
std::optional<Restated> restated(const Measurement& now, const Return& from, const ReturnedIndicator& row);

Restatement listed(const Restated& restated, const Indicator& indicator, const ReturnedIndicator& row);

} // namespace engine
