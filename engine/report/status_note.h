#pragma once
// The note at a status cell: the status, its reason in a few lines, and what the sender had typed there.

#include "engine/status/decided.h"

#include <string>

namespace engine {

/// "Amber: 4.84% short of the target; within 5%.", the operands with their cells, the rule and its framework.
std::string status_note(const IndicatorDecided& decided, const Framework& framework);
std::string status_note(const ActionDecided& decided, const Framework& framework);

/// "You typed Green." where that is another status than the one worked out; else empty.
std::string typed_note(const IndicatorDecided& decided, const Framework& framework);
std::string typed_note(const ActionDecided& decided, const Framework& framework);

} // namespace engine
