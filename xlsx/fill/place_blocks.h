#pragma once
// Puts a plan and the slots together: how many copies each block has, and which scope each copy shows.

#include "xlsx/fill/sheet_plan.h"

#include <vector>

namespace xlsx {

struct PlacedBlocks {
    RowMap rows;
    /// By copy; nullptr for one that is left blank and hidden, because something refers to its rows and there
    /// is nothing to fill them with: a total over nothing is 0 then, where Excel would have #REF!.
    std::vector<const cells::SlotScope*> scopes;
};

/// The scopes around one copy: that of each block which holds it.
ScopeAt scopes_around(const RowMap& rows, const std::vector<const cells::SlotScope*>& scopes,
                      RowMap::Copy copy);

PlacedBlocks place_blocks(const SheetPlan& plan, const cells::SlotScope& sheet);

} // namespace xlsx
