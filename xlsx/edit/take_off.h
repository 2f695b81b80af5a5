#pragma once
// Takes our marks off a workbook: by the way back that the memory holds where every part is as we left it, or
// else by what marks are known by (heading, formula, sheet, remembered values), whoever saved it since.

#include "xlsx/edit/memory.h"

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <expected>
#include <string_view>
#include <vector>

namespace xlsx {

struct TakenOff {
    bool any = false;
    bool exactly = false; ///< every part is as it was before us, so whatever is wrong with it is not ours
    /// The remembered values that still stood in their cells: nobody has changed them after us.
    std::vector<RememberedCell> ours;
};

std::expected<TakenOff, cells::Error> take_off(Package& package, const Memory& memory,
                                               std::string_view author);

/// Whether two values are the same to a reader: another program may spell a number differently.
bool same_value(const CellValue& a, const CellValue& b);

} // namespace xlsx
