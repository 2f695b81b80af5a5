#pragma once
// How high a row must be for its wrapped text to show in full when printed. An estimate from column width,
// font size and words, on the generous side; Excel itself measures only what is on the screen.

#include "engine/cells/address.h"
#include "xlsx/edit/sheet_grid.h"
#include "xlsx/edit/xml_outline.h"

#include <string_view>
#include <vector>

namespace xlsx {

/// The widths of a sheet's cells; merged cells are as wide as all their columns.
class CellWidths {
public:
    explicit CellWidths(const XmlOutline& sheet);
    /// In digits of the standard font, without the cell's margins.
    double at(cells::Address cell) const;
    /// The rows that a merged cell takes up below its first; 0 for any other.
    std::uint32_t rows_below(cells::Address cell) const;
    /// Points of a row that has no height of its own.
    double default_height() const;

private:
    std::vector<cells::Range>::const_iterator merge_at(cells::Address cell) const;

    SheetGrid grid_;
    std::vector<cells::Range> merges_; // sorted
};

/// Points for a text that wraps at so many digits of the standard font.
double wrapped_height(std::string_view text, double width, double font_size, bool bold);

} // namespace xlsx
