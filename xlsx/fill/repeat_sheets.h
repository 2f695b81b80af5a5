#pragma once
// A sheet whose name holds a slot comes once for each scope of the slot's block: '{{outcome.name}}'. This is
// done before anything else, so that the rest of the filling meets a workbook with all its sheets.

#include "engine/cells/error.h"
#include "engine/cells/slots.h"
#include "xlsx/fill/filled_slot.h"
#include "xlsx/fill/sheet_copies.h"
#include "xlsx/fill/slot_binder.h"
#include "xlsx/package/package.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace xlsx {

/// The workbook after its sheets were repeated.
struct RepeatedSheets {
    std::vector<SheetScope> scopes;             ///< of each sheet, as the workbook lists them now
    SheetGroups groups;                         ///< empty where no sheet repeats
    std::map<std::string, std::string> origins; ///< parts that are copies, and of which
};

/// Copies sheets in the package, with their drawings, charts, tables, notes, print settings and names of
/// their own, and takes away those of which there is none. Where no name holds a slot, nothing changes.
std::expected<RepeatedSheets, cells::Error> repeat_sheets(Package& package, const cells::Slots& slots,
                                                          FilledSlots& note);

} // namespace xlsx
