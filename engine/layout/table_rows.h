#pragma once
// The rows under a table's header, told apart: data, sections, totals, the header once more. Ends where
// another table begins.

#include "engine/layout/header.h"

namespace engine {

/// Fills rows and totals of `found` from its header and the sheet.
void read_rows(const SheetRows& rows, const TablePatterns& patterns, const Header& header, FoundTable& found);

} // namespace engine
