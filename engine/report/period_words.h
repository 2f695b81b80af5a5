#pragma once
// A period in the words of a report's heading.

#include "engine/figures/period.h"

#include <string>

namespace engine {

/// "2016-17 Quarter 2 (July to September 2016)"
std::string heading_text(Period period, unsigned first_month);

} // namespace engine
