#pragma once
// A workbook with a bit of everything that the linter looks at, as its parts lie in the folder
// whole_workbook/: tables, notes, a thread, controls, header pictures, charts, a pivot table, formats of
// Excel 2010, shared and array formulas, a calculation chain, names, links, merges, a sensitivity label.

#include "tests/support/workbook_builder.h"

#include <string>

namespace support {

/// Its parts, "[Content_Types].xml" first. "Q1 return" is sheet1, "Lists" sheet2, "Pivot" sheet3.
Parts whole_workbook();

} // namespace support
