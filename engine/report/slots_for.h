#pragma once
// The scorecard's values, by the names that templates use (templates/<framework>/README.md lists them).

#include "engine/cells/slots.h"
#include "engine/status/decided.h"

#include <string>

namespace engine {

/// What a report says of the run that made it: never a clock's word.
struct Provenance {
    std::string version;     ///< of Outturn
    std::string fingerprint; ///< of all that was read; empty to leave it unsaid
};

/// All slots of a period's report. For one area of the borough give of_area()'s (area.h).
cells::Slots slots_for(const Papers& papers, const Decided& decided, const Report& report,
                       const Provenance& provenance);

} // namespace engine
