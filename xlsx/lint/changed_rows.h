#pragma once
// Which rows of a sheet an edit has changed, found by comparing bytes from both ends: so that a sheet of a
// million cells with one note in it is not walked again.

#include "xlsx/edit/xml_outline.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace xlsx {

struct ChangedRows {
    std::string_view rows; ///< whole rows of the sheet as it is now, and one more behind them; may be empty
    std::uint32_t row_before = 0; ///< the number of the row before these; 0 for none
};

/// Nothing where all rows have to be looked at: no rows before, rows without numbers, or shared and array
/// formulas among those that changed, which reach beyond them.
std::optional<ChangedRows> changed_rows(const XmlOutline& before, const XmlOutline& now);

} // namespace xlsx
