#pragma once
// The calculation chain, which lists the workbook's formulas (ECMA-376 part 1, 18.6). Excel offers to repair
// one that lists a cell without formula.

#include "xlsx/edit/edit_run.h"

#include "engine/cells/address.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace xlsx {

/// Takes cells that are no longer formulas, by their sheet's name, out of the chain, which goes when it is
/// empty.
std::expected<void, cells::Error>
forget_formulas(EditRun& run, const std::map<std::string, std::vector<cells::Address>>& replaced);

} // namespace xlsx
