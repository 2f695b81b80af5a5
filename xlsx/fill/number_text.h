#pragma once
// A number as words in a sentence show it: "94.7%", "£1,250". Not Excel's formatting: it knows the formats
// that slots carry, and shows any other number in full.

#include "engine/cells/slots.h"

#include <string>

namespace xlsx {

/// The value within a text. Formats understood: digits with places ("0.0"), thousands ("#,##0"), per cent,
/// and what stands before and after ("£#,##0", "0 \"days\""). A date is "30 Sep 2016".
std::string shown_text(const cells::SlotValue& value);

} // namespace xlsx
