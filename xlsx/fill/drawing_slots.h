#pragma once
// Slots in a sheet's drawing: in the texts of shapes, in names and alternative texts. What stands in rows
// that repeat and holds a slot comes once for each copy; {{#if indicator.status = Red}} in the name or
// alternative text of a picture says where it is shown at all.
// ECMA-376 part 1, 20.5.2 (anchors), 20.1.2.2.8 (cNvPr).

#include "xlsx/fill/filled_slot.h"
#include "xlsx/fill/sheet_plan.h"
#include "xlsx/package/splice.h"
#include "xlsx/rows/movement.h"

#include <expected>
#include <string_view>
#include <vector>

namespace xlsx {

struct DrawingSlots {
    std::string_view text; ///< of the drawing part
    std::size_t index = 0; ///< of the sheet in the movement
    const SheetScope& scope;
    const SheetPlan& plan;
    const std::vector<const cells::SlotScope*>& scopes; ///< by copy
    const Movement& movement;
};

/// Replaces each anchor with a slot in it by its copies; the others stay for follow_drawing().
std::expected<void, SlotFault> fill_drawing(const DrawingSlots& drawing, FilledSlots& note, Splices& edits);

} // namespace xlsx
