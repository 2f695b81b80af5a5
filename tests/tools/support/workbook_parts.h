#pragma once
// The parts of a workbook, text or not, with their inflated bytes: compressed ones may differ between
// versions of a library, these may not.

#include <filesystem>
#include <map>
#include <string>

namespace support {

/// By name. Fails the test where the file is no zip.
std::map<std::string, std::string> workbook_parts(const std::filesystem::path& file);

} // namespace support
