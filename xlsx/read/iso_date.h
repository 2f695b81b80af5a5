#pragma once
// Dates that a cell holds as ISO 8601 text (ECMA-376 part 1, 18.18.11, type d), as the serial number that the
// same date has elsewhere.

#include "engine/cells/decimal.h"

#include <optional>
#include <string_view>

namespace xlsx {

/// "2016-09-30", "2016-09-30T14:30:00.5Z". Nothing for anything else.
std::optional<cells::Decimal> serial_of_iso(std::string_view text, bool date1904);

} // namespace xlsx
