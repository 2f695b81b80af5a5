#pragma once
// Slots as a test reads them: fields by their path, whole blocks as lines of text.

#include "engine/cells/slots.h"

#include <string>
#include <string_view>
#include <vector>

namespace support {

/// What a slot says: "94.7% as 0.0%" is 0.947 with that number format; "" for nothing.
std::string shown(const cells::SlotValue& value);

/// A field of a block of one scope: "council.name". Fails the test where there is none.
std::string field(const cells::Slots& slots, std::string_view path);

/// The scopes of a block, through blocks of one scope or several: "outcome.kpi" is every outcome's.
std::vector<const cells::SlotScope*> scopes(const cells::Slots& slots, std::string_view path);

/// One line for each scope: the fields asked for, with " | " between them.
std::string rows(const cells::Slots& slots, std::string_view path, const std::vector<std::string>& fields);

} // namespace support
