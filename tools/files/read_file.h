#pragma once
// A file's bytes, whole. Knows nothing of workbooks; refuses what is not a plain file, so that a pipe or a
// device on a share never blocks a run.

#include "engine/cells/error.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

namespace files {

/// Reads at most `limit` bytes; a larger file is an Error (too_large) before anything is read.
std::expected<std::string, cells::Error> read_file(const std::filesystem::path& file,
                                                   std::uint64_t limit = 50ULL << 20);

} // namespace files
