#pragma once
// Writes a filled sheet's rows: each template row once for each of its copies, values in place of slots,
// formulas pointing at their own copies. Rows that nothing happens to keep their bytes.

#include "engine/cells/slots.h"
#include "xlsx/fill/cell_links.h"
#include "xlsx/fill/filled_slot.h"
#include "xlsx/fill/layered_formats.h"
#include "xlsx/fill/row_height.h"
#include "xlsx/fill/sheet_copies.h"
#include "xlsx/fill/sheet_plan.h"
#include "xlsx/fill/sheet_rows.h"
#include "xlsx/rows/movement.h"

#include <expected>
#include <string>
#include <vector>

namespace xlsx {

/// All that a sheet's rows are written from.
struct RowsInput {
    std::size_t index = 0; ///< of the sheet in the movement
    const SheetRows& rows;
    const SheetPlan& plan;
    const std::vector<const cells::SlotScope*>& scopes; ///< by copy; nullptr: kept blank
    const SheetScope& around;                           ///< that the sheet shows
    const SheetGroups& groups;                          ///< sheets that repeat
    const Movement& movement;
    LayeredFormats* formats; ///< nullptr for a workbook without styles
    const CellWidths& widths;
    FilledSlots* note = nullptr; ///< gets a line for each slot, where somebody asks for them
    bool date1904 = false;
};

struct WrittenRows {
    std::string xml; ///< the sheetData element
    /// By how many the cells that refer to a shared string have grown.
    std::int64_t shared_references = 0;
    std::vector<CellLink> links;
};

std::expected<WrittenRows, PlanFault> write_rows(const RowsInput& input);

} // namespace xlsx
