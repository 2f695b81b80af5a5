#pragma once
// Puts a finished file in its place: written beside, synced, renamed, its folder synced. Whoever looks at the
// place sees the old file or the new one, whole; a run that is killed leaves nothing half-written under a
// name that anybody reads.

#include "engine/cells/error.h"

#include <expected>
#include <filesystem>
#include <string_view>

namespace files {

/// Makes a folder, with those above it, and checks that files can be made in it.
std::expected<void, cells::Error> prepare_folder(const std::filesystem::path& folder);

/// Replaces `target` with `bytes`. Errors (cannot_write) leave what was there, and no other file.
std::expected<void, cells::Error> publish(const std::filesystem::path& target, std::string_view bytes);

} // namespace files
