#pragma once
// Ranges of cells after the rows have moved: what most followers need.

#include "engine/cells/address.h"
#include "xlsx/rows/row_map.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// From the first copy of its first row to the last copy of its last; nothing where all its rows have gone.
std::optional<cells::Range> covered(const RowMap& rows, cells::Range range);
/// The range once for each copy of the rows that hold it: what a merge or a link does.
std::vector<cells::Range> copied(const RowMap& rows, cells::Range range);
/// Exactly the copies of its rows, as few ranges as there are separate runs.
std::vector<cells::Range> separate(const RowMap& rows, cells::Range range);

/// The ranges of an sqref attribute ("A1:B3 D5"); what is no range is left out.
std::vector<cells::Range> read_sqref(std::string_view sqref);
std::string sqref_text(const std::vector<cells::Range>& ranges);
/// An sqref after the move; empty where all its rows have gone.
std::string followed_sqref(const RowMap& rows, std::string_view sqref);
/// The same where rows are inserted or deleted, and new rows are formatted like the row above them.
std::string formatted_sqref(const RowMap& rows, std::string_view sqref);

} // namespace xlsx
