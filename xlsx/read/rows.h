#pragma once
// What a sheet gives when it is read row by row, so that memory holds one row and not the sheet.

#include "engine/cells/cell.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace xlsx {

/// Takes the cells of one row, which may be moved from. Rows come in the order of the file, which need not be
/// that of their numbers, and rows without cells do not come.
using TakeRow = std::function<void(std::uint32_t row, std::span<cells::Cell>)>;

/// What of a sheet is not in its cells.
struct SheetShape {
    std::vector<std::uint32_t> hidden_rows, hidden_columns; ///< ascending
    std::vector<cells::Range> merges;
};

} // namespace xlsx
