#pragma once
// Finds the rows that something refers to, and notes them in the plan of their sheet: should nothing be left
// of them, because their blocks are empty, one copy of the rows stays, blank (see place_blocks.h).

#include "xlsx/edit/xml_outline.h"
#include "xlsx/fill/sheet_plan.h"
#include "xlsx/rows/movement.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace xlsx {

class RowKeeper {
public:
    /// `sheets` names the sheets whose plans these are.
    RowKeeper(const Movement& sheets, std::vector<SheetPlan>& plans) : sheets_(sheets), plans_(plans) {}

    /// All that a formula refers to, seen from a row of its sheet; row 0 for what stands in no row.
    void keep(const Formula& formula, std::size_t home, std::uint32_t row);
    void keep(std::size_t sheet, std::uint32_t first, std::uint32_t last, std::uint32_t row);
    /// The formulas of a worksheet's conditional formats and validations.
    void keep_formats(std::size_t sheet, const XmlOutline& part);
    /// The formulas in a part's elements of a name: c:f of a chart, definedName of the workbook.
    void keep_texts(std::string_view xml, std::string_view name);
    /// The rows between a table's head and its totals.
    void keep_table(std::size_t sheet, const XmlOutline& table);

private:
    const Movement& sheets_;
    std::vector<SheetPlan>& plans_;
};

} // namespace xlsx
