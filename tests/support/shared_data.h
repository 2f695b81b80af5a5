#pragma once
// Real workbooks, schemas and published tables that are not part of the project: ../shared beside the
// checkout, or the folder that OUTTURN_SHARED names. Tests that need them are skipped without.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace support {

/// A file or folder of the shared data, if it is there.
std::optional<std::filesystem::path> shared(std::string_view path);
/// The same; ends the test case as "skipped: no shared data" where it is missing.
std::filesystem::path need_shared(std::string_view path);

/// The whole of a file. Requires: it can be read.
std::string bytes_of(const std::filesystem::path& file);

} // namespace support
