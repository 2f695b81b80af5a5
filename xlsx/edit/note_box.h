#pragma once
// Where a note's box stands on its sheet and how large it is, as VML anchors say it: column, pixels into it,
// row, pixels into it, for the top left and then the bottom right corner. Counted from 0.

#include "xlsx/edit/sheet_grid.h"

#include "engine/cells/address.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

/// Left column, offset, top row, offset, right column, offset, bottom row, offset.
using Anchor = std::array<std::uint32_t, 8>;

/// A box beside the cell, large enough for the text in Tahoma 9, within the grid.
Anchor note_anchor(const SheetGrid& grid, cells::Address at, std::string_view text);
/// The same box made higher by what the text needs.
Anchor with_room_for(const SheetGrid& grid, const Anchor& anchor, std::string_view text);

/// "3, 15, 1, 10, 5, 20, 6, 4". Nothing for anything else.
std::optional<Anchor> parse_anchor(std::string_view text);
std::string to_text(const Anchor& anchor);

} // namespace xlsx
