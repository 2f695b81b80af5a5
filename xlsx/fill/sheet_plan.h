#pragma once
// What a template sheet's markings mean: which rows repeat for which block, and where each slot's value comes
// from. Made once from the template and the slots' names; the values themselves are not looked at.

#include "xlsx/fill/sheet_rows.h"
#include "xlsx/fill/slot_binder.h"
#include "xlsx/rows/row_map.h"

#include <expected>
#include <string>
#include <vector>

namespace xlsx {

struct SheetPlan {
    std::vector<RowBlock> rows = {RowBlock{}};
    std::vector<Block> blocks = {Block{}};
    std::vector<Binding> bindings; ///< of all slots of all cells, in order

    bool fills() const { return blocks.size() > 1 || !bindings.empty(); }
};

/// A fault of the template, at a cell.
struct PlanFault {
    cells::Address at;
    std::string what;
    std::string next;
};

/// The plan of a sheet in which nothing is marked.
SheetPlan plan_without_rows(const SheetScope& scope);

/// Reads the markings; gives the cells with slots the index of their first binding.
std::expected<SheetPlan, PlanFault> plan_sheet(SheetRows& sheet, const SheetScope& scope);

} // namespace xlsx
