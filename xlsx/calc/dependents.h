#pragma once
// Which computed cells depend on cells that have changed, however indirectly. Errs on the side of depending
// where a formula does not say what it refers to (INDIRECT, OFFSET).

#include "xlsx/calc/changed_cells.h"
#include "xlsx/calc/computed_cells.h"

#include <vector>

namespace xlsx {

/// Where formulas do not just depend on what they look at.
struct Apart {
    const ChangedCells& overwritten; ///< a formula that stands here is none any more
    const ChangedCells& unknown;     ///< one that stands here counts as a dependent
};

/// The dependents, as indexes into `computed`, ascending; `changed` grows by them.
std::vector<std::size_t> find_dependents(const ComputedCells& computed, ChangedCells& changed,
                                         const Apart& apart);

} // namespace xlsx
