#pragma once
// The invariants as a page to read: xlsx/lint/README.md, which a test compares with it.

#include "xlsx/lint/invariants.h"

#include <string>

namespace xlsx {

/// In Markdown.
std::string catalogue_page();

} // namespace xlsx
