#pragma once
// Which way an indicator is moving (CWaC sections 5.6, 5.7): against the quarter before, at the year's end
// against the year before; like with like. Independent of its status (A11).

#include "engine/status/decided.h"
#include "engine/status/history.h"

#include <optional>

namespace engine {

/// An earlier figure as the service now says it was (CW-48).
struct Restated {
    Period period;
    Figure figure;
    Place place;
};

/// `now` is what was accepted for the papers' period; a restated figure stands for the plan's own.
DirectionOfTravel direction_of(const Measurement& now, const Papers& papers,
                               const std::optional<Restated>& restated);

/// The direction of an indicator that has no accepted figure in this period: Measured, and why.
DirectionOfTravel no_direction(std::string words);

} // namespace engine
