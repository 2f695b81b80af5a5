#pragma once
// The slots that one indicator or action fills, whichever table of a report it stands in.

#include "engine/cells/slots.h"
#include "engine/status/decided.h"

namespace engine {

/// Ref, name, unit, figures, status, direction and commentary of an indicator.
cells::SlotScope indicator_slots(const IndicatorDecided& decided, const Framework& framework);

/// The service's commentary, and in square brackets what a reader must know of the figure: that it is
/// provisional, withheld, not verified.
std::string commentary_text(const IndicatorDecided& decided);

/// An action that slipped or is no longer viable.
cells::SlotScope slipped_slots(const ActionDecided& decided, const Framework& framework);

} // namespace engine
