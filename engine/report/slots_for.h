#pragma once
// The scorecard's values, by the names that templates use (templates/<framework>/README.md lists them).

#include "engine/cells/slots.h"
#include "engine/status/decided.h"

#include <string>

namespace engine {

/// What a report says of the run that made it: never a clock's word.
struct Provenance {
    std::string version; ///< of Outturn
    std::string as_at;   ///< the figures' cut-off, from the returns
};

/// All slots of a period's report. `area` keeps to indicators of one area (CW-84); empty for all.
cells::Slots slots_for(const Papers& papers, const Decided& decided, const Provenance& provenance,
                       std::string_view area = {});

} // namespace engine
