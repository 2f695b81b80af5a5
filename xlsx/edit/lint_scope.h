#pragma once
// The linter over part of a workbook: the indexes across parts, and those sheets that an edit is to touch.
// For comparing a workbook before and after an edit without reading what cannot have changed.

#include "xlsx/edit/lint.h"

#include <string>
#include <vector>

namespace xlsx {

/// Faults of the indexes and of these sheets, by name; names of no sheet do not matter. Sorted.
std::vector<Fault> lint_sheets(Package& package, const std::vector<std::string>& sheets);

} // namespace xlsx
