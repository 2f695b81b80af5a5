#pragma once
// The linter over an edit: the indexes across parts, and those parts that were touched, as they are now. The
// file as it was read is looked at only where there is a fault, to tell whose it is. So an edit that breaks
// nothing costs one pass over what it touched.

#include "xlsx/lint/lint.h"

#include <expected>
#include <functional>
#include <string>
#include <vector>

namespace xlsx {

/// The input's part that an output's part was made from; its own name for most.
using OriginOfPart = std::function<std::string(const std::string& part)>;

/// Faults of the package that the file as it was read did not have, and whatever the edit should have left
/// alone. Sorted. With an origin, a fault that the input's part has may stand in another row by now, or in
/// several: then parts and invariants are compared, not words.
std::expected<std::vector<Fault>, cells::Error> new_faults(Package& package, const OriginOfPart& origin = {});

} // namespace xlsx
