#pragma once
// Slots for the templates, in the notation of drawn::slots, with the looks that a framework would give them:
// statuses bring their colours, percentages and pounds their number formats.

#include "engine/cells/slots.h"

#include <string_view>

namespace committee {

/// As drawn::slots; also "94.7%" and "£1,250".
cells::Slots sample(std::string_view lines);

} // namespace committee
