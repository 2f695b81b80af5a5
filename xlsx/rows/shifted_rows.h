#pragma once
// A sheet's rows after some were inserted or deleted: renumbered, with new rows that look like the one above.
// Formulas are not looked at. Rows before the first that moves keep their bytes.

#include "engine/cells/address.h"
#include "xlsx/rows/row_shift.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct RowContents {
    /// Formulas of the new rows, by column: one text for each row.
    std::map<std::uint32_t, std::vector<std::string>> formulas;
    /// Cells without a formula in these ranges, as they were, lose their values.
    std::vector<cells::Range> emptied;
};

/// The sheetData element with its rows shifted. The error is why it cannot be: cells would be pushed off the
/// sheet's end, the XML breaks off.
std::expected<std::string, std::string> shifted_rows(std::string_view sheet_data, const RowShift& shift,
                                                     const RowContents& contents);
/// The same for a sheet whose rows stay: only values go.
std::expected<std::string, std::string> emptied_rows(std::string_view sheet_data,
                                                     const std::vector<cells::Range>& emptied);

} // namespace xlsx
