#pragma once
// Cheshire West's framework with one piece of its text changed, and what the compiler says of it.

#include <string>
#include <string_view>

namespace support {

/// The faults, one a line; "none" where there are none. Requires: `piece` stands in the file; its first
/// occurrence is changed.
std::string faults_after(std::string_view piece, std::string_view instead);

} // namespace support
