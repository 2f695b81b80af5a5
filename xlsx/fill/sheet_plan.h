#pragma once
// What a template sheet's markings mean: which rows repeat for which block, and where each slot's value comes
// from. Made once from the template and the slots' names; the values themselves are not looked at.

#include "engine/cells/slots.h"
#include "xlsx/fill/level.h"
#include "xlsx/fill/sheet_rows.h"
#include "xlsx/rows/row_map.h"

#include <cstdint>
#include <expected>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace xlsx {

/// What a block of rows repeats for; the rows are in the RowBlock of the same index.
struct Block {
    std::string name;
    bool unless = false;   ///< {{^name}}: once where there is nothing, else not at all
    std::size_t owner = 0; ///< the block whose scope holds this one's scopes
    Level level;           ///< inside it
    /// Rows that something in one copy of this block refers to: of each such stretch something must be left.
    std::set<std::pair<std::uint32_t, std::uint32_t>> needed;
};

/// Where a slot's value comes from.
struct Binding {
    const cells::SlotScope* prefix = nullptr; ///< of a root block of one scope; else
    std::size_t block = 0;                    ///< the block whose scope has the field
    std::string field;
    std::string slot; ///< as in the template, for messages
};

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

/// Reads the markings; gives the cells with slots the index of their first binding.
std::expected<SheetPlan, PlanFault> plan_sheet(SheetRows& sheet, const cells::SlotScope& root);

} // namespace xlsx
