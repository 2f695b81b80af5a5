#pragma once
// What becomes of cached values when cells change: those of formulas that depend on them are calculated anew
// or go, since a total that is out of date in a preview is a wrong published figure. Whoever calls this has
// the workbook calculated when it is opened: these are values for those who only look.

#include "xlsx/calc/changed_cells.h"
#include "xlsx/calc/values_report.h"
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

struct Recalculated {
    ChangedCells changed; ///< what was written and all that depends on it
    ValuesReport report;
};

/// Corrects the cached values of all that depends on what was written.
std::expected<Recalculated, cells::Error> recalculate(PartEdits& edits, const WorkbookPart& workbook,
                                                      const Written& written);

} // namespace xlsx
