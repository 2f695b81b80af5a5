#pragma once
// Slots in the texts of shapes and charts: DrawingML paragraphs, whose runs may break a slot apart, and names
// of series that are written in the chart. ECMA-376 part 1, 21.1.2.2.6 (a:p), 21.2.2.215 (c:tx).

#include "xlsx/fill/slot_filler.h"
#include "xlsx/package/splice.h"

#include <expected>
#include <string_view>

namespace xlsx {

/// Whether any of the texts holds a slot. A chart's caches, which show cells, do not count.
bool paragraphs_hold_slots(std::string_view xml);
std::expected<void, SlotFault> fill_paragraphs(std::string_view xml, const SlotFiller& filler,
                                               Splices& edits);

} // namespace xlsx
