#pragma once
// What identifies a file's content in a record of a run: SHA-256, as the auditor's own tools print it.

#include <string>
#include <string_view>

namespace files {

/// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace files
