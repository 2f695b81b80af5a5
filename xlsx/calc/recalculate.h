#pragma once
// What becomes of cached values when cells change: those of formulas that depend on them go, since a total
// that is out of date in a preview is a wrong published figure; the workbook is calculated when it is opened.

#include "xlsx/calc/changed_cells.h"
#include "xlsx/edit/cell_value.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <vector>

namespace xlsx {

/// What a run has done to one sheet.
struct SheetWritten {
    /// Cells that were written, with what they hold now; nothing where the part's text says it already.
    std::map<cells::Address, std::optional<CellValue>> cells;
    /// From this row down rows have moved, multiplied or gone; 0 for none.
    std::uint32_t moved_from = 0;
    /// Rows that are new, and formulas that say something else than before: what they give is not known,
    /// whatever they look at.
    std::vector<cells::Range> unknown;
};
/// By the sheet's index in the workbook.
using Written = std::map<std::size_t, SheetWritten>;

/// Corrects the cached values of all that depends on what was written. Returns which cells have other values
/// now: those written and their dependents.
std::expected<ChangedCells, cells::Error> recalculate(PartEdits& edits, const WorkbookPart& workbook,
                                                      const Written& written);

} // namespace xlsx
