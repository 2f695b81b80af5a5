#pragma once
// What makes Excel offer to repair a workbook, checked across parts: relationships, content types, order of
// elements, indexes into styles, notes and their shapes, tables, names. Runs on every output before it is
// published, and compares with the input: a fault the input did not have stops the write.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <compare>
#include <string>
#include <vector>

namespace xlsx {

struct Fault {
    std::string invariant; ///< "N2": the name in xlsx/README.md's list
    std::string part;
    std::string what;
    friend auto operator<=>(const Fault&, const Fault&) = default;
};

/// All faults of the workbook as it stands in the package, sorted.
std::vector<Fault> lint(Package& package);

} // namespace xlsx
