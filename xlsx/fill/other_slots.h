#pragma once
// The slots of a sheet that stand in no cell: in its headers, its shapes and its charts. Each is filled in
// the sheet's scope, one within rows that repeat in theirs.

#include "engine/cells/error.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/fill/filled_slot.h"
#include "xlsx/fill/sheet_plan.h"
#include "xlsx/rows/movement.h"

#include <expected>
#include <vector>

namespace xlsx {

struct OtherSlots {
    const ListedSheet& sheet;
    std::size_t index = 0;                    ///< of the sheet in the movement
    const XmlOutline* outline;                ///< of the sheet; nullptr for a chart sheet
    std::size_t rows_begin = 0, rows_end = 0; ///< of sheetData
    const SheetScope& scope;
    const SheetPlan& plan;
    const std::vector<const cells::SlotScope*>& scopes; ///< by copy
    const Movement& movement;
};

/// The error names the place, and what is wrong with the slot. A slot where none is filled (a link, a
/// validation) is one.
std::expected<void, cells::Error> fill_other_slots(const OtherSlots& other, FilledSlots& note,
                                                   PartEdits& edits);

} // namespace xlsx
