#pragma once
// Faults of the zip container itself: what a package no longer knows once it is open. Looks at headers only
// and inflates nothing. What it names is often refused on opening too; here a person is told all of it.

#include "xlsx/lint/lint.h"

#include <string_view>
#include <vector>

namespace xlsx {

/// Invariants Z1 to Z6 of a file's bytes, sorted. A file without a directory has one fault.
std::vector<Fault> lint_container(std::string_view file);

} // namespace xlsx
