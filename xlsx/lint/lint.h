#pragma once
// What makes Excel offer to repair a workbook, or lose something quietly, checked across parts:
// relationships, content types, order of elements, indexes into styles, notes and their shapes, tables,
// names. The catalogue of what is checked is invariants.h; what an edit broke, new_faults.h.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <compare>
#include <string>
#include <vector>

namespace xlsx {

struct Fault {
    std::string invariant; ///< the id of one in invariants.h: "N2"
    std::string part;      ///< empty for the file itself
    std::string what;
    friend auto operator<=>(const Fault&, const Fault&) = default;
};

/// All faults of the workbook as it stands in the package, sorted.
std::vector<Fault> lint(Package& package);

} // namespace xlsx
