#pragma once
// What a template sheet's markings mean: which rows repeat for which block, and where each slot's value comes
// from. Made once from the template and the slots' names; the values themselves are not looked at.

#include "engine/cells/slots.h"
#include "xlsx/fill/level.h"
#include "xlsx/fill/row_map.h"
#include "xlsx/fill/sheet_rows.h"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace xlsx {

/// What a block of rows repeats for; the rows are in the RowBlock of the same index.
struct Block {
    std::string name;
    bool unless = false;   ///< {{^name}}: once where there is nothing, else not at all
    std::size_t owner = 0; ///< the block whose scope holds this one's scopes
    Level level;           ///< inside it
    /// A reference needs its rows: with nothing in it the block leaves one copy, blank and hidden, so that
    /// a total is 0 and not #REF!.
    bool kept = false;
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
    std::vector<Block> blocks;
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

/// The scopes of all copies of a sheet's rows, by copy; nullptr for those that are kept blank.
struct FilledBlocks {
    RowMap rows;
    std::vector<const cells::SlotScope*> scopes;

    bool blank(RowMap::Copy copy) const { return scopes[copy] == nullptr; }
};

FilledBlocks place_blocks(const SheetPlan& plan, const cells::SlotScope& root);

} // namespace xlsx
