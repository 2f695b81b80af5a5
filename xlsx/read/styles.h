#pragma once
// Of a workbook's styles, what changes the meaning of a figure: the number format of each cell format
// (ECMA-376 part 1, 18.8.10 cellXfs).

#include "engine/cells/error.h"
#include "xlsx/package/package.h"
#include "xlsx/read/number_format.h"

#include <expected>
#include <string_view>
#include <vector>

namespace xlsx {

/// By the index that a cell's `s` gives.
std::expected<std::vector<NumberFormat>, cells::Error> read_styles(Package& package, std::string_view part);

} // namespace xlsx
