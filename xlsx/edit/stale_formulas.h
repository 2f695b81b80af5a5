#pragma once
// Which formulas depend on cells whose values have changed, however indirectly. Their cached values go, since
// a total that is out of date in a preview is a wrong published figure; the workbook is calculated when it is
// opened. Errs on the side of going where a formula does not say what it refers to (INDIRECT, OFFSET).

#include "xlsx/edit/edit_run.h"

#include "engine/cells/address.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace xlsx {

/// By the sheet's name, cells whose values are other ones now.
using ChangedCells = std::map<std::string, std::vector<cells::Address>>;

/// Drops what depends on the changed cells, and has the workbook calculated on load if anything does.
std::expected<void, cells::Error> drop_stale_values(EditRun& run, const ChangedCells& changed);

/// Takes cells that are no longer formulas out of the calculation chain, which goes when it is empty: Excel
/// offers to repair a chain that lists a cell without formula (ECMA-376 part 1, 18.6).
std::expected<void, cells::Error> forget_formulas(EditRun& run, const ChangedCells& replaced);

} // namespace xlsx
