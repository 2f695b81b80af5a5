#pragma once
// Which computed cells depend on cells that have changed, however indirectly. Errs on the side of depending
// where a formula does not say what it refers to (INDIRECT, OFFSET).

#include "xlsx/calc/changed_cells.h"
#include "xlsx/calc/computed_cells.h"

#include <vector>

namespace xlsx {

/// The dependents, as indexes into `computed`, ascending; `changed` grows by them. A formula that stands in a
/// cell of `overwritten` is none any more.
std::vector<std::size_t> find_dependents(const ComputedCells& computed, ChangedCells& changed,
                                         const ChangedCells& overwritten);

} // namespace xlsx
