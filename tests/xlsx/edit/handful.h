#pragma once
// A handful of marks for any workbook: notes and fills on cells that it has, values below what it has and on
// a number of its own. And the sample of the corpus that gets them.

#include "engine/cells/mark.h"
#include "xlsx/package/package.h"

#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// On the first two sheets that hold anything. Nothing where no sheet does.
cells::Marks handful(xlsx::Package& package);

/// Real returns, and a few files for each thing that an edit might break. No two the same, none above
/// `most_bytes`.
std::vector<std::filesystem::path> sample(std::size_t for_each_flag, std::uint64_t most_bytes);

} // namespace support
