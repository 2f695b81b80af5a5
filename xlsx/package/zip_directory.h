#pragma once
// The central directory of a zip file, read and checked before anything is inflated. What passes is safe to
// use: offsets and sizes lie within the file, entries do not overlap, names are unique and climb nowhere, and
// declared sizes are within the limits. Inflating stops at the declared size, so the limits hold for what is
// read, too.

#include "engine/cells/error.h"
#include "xlsx/package/limits.h"
#include "xlsx/package/zip.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// Compression methods of an entry (APPNOTE 4.4.5); no other passes.
inline constexpr std::uint16_t zip_stored = 0;
inline constexpr std::uint16_t zip_deflated = 8;
/// General purpose bit 3: sizes follow the data in a descriptor (APPNOTE 4.4.4).
inline constexpr std::uint16_t zip_has_descriptor = 1U << 3;

/// What the end of central directory record starts with; a file without it is cut short or no zip file.
inline constexpr std::string_view zip_end_signature{"PK\5\6", 4};

/// The entries in the order of the directory. `name` is what messages call the file.
std::expected<std::vector<ZipEntry>, cells::Error>
read_zip_directory(std::string_view bytes, const std::string& name, const Limits& limits);

/// A part's name as it is compared: '\' is '/', and ASCII letters are small.
std::string folded(std::string_view part_name);

} // namespace xlsx
