#pragma once
// The formulas in a sheet's cells, one after the other as they stand in its XML; nothing is kept of the
// cells.

#include "xlsx/rows/formula.h"
#include "xlsx/rows/formula_element.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace xlsx {

/// Offsets are those of the text walked over.
struct SheetFormula {
    cells::Address at;
    FormulaKind kind = FormulaKind::plain;
    Formula formula; ///< also of a shared one's other cells: their own, translated
    XmlToken cell;
    XmlToken tag;
    std::size_t end = 0;     ///< behind the f element
    std::uint32_t group = 0; ///< of a shared formula
    cells::Range area;       ///< of an array or data table; row 0 for none
    bool spills = false;     ///< an array whose range Excel finds anew (cell metadata)
    std::size_t value = 0;   ///< the v element; empty for none
    std::size_t value_end = 0;
};

/// Calls `visit` for each formula of a sheetData element.
void each_formula(std::string_view sheet_data, const std::function<void(const SheetFormula&)>& visit);

} // namespace xlsx
