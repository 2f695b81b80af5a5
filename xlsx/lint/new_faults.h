#pragma once
// The linter over part of a workbook: the indexes across parts, and those sheets that an edit has touched.
// For telling the faults of an edit from those of the input, without reading what cannot have changed.

#include "xlsx/lint/lint.h"

#include <expected>
#include <vector>

namespace xlsx {

/// Faults of the package that the file as it was read did not have. Sorted.
std::expected<std::vector<Fault>, cells::Error> new_faults(Package& package);

} // namespace xlsx
