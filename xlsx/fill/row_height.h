#pragma once
// How high a row must be for its wrapped text to show in full when printed. An estimate from column width,
// font size and words, on the generous side; Excel itself measures only what is on the screen.

#include "engine/cells/address.h"
#include "xlsx/edit/sheet_grid.h"
#include "xlsx/edit/xml_outline.h"

#include <string_view>
#include <vector>

namespace xlsx {

/// The widths of a sheet's cells, those merged with cells beside them counted together.
class CellWidths {
public:
    explicit CellWidths(const XmlOutline& sheet);
    /// In digits of the standard font, without the cell's margins.
    double at(cells::Address cell) const;
    /// Points of a row that has no height of its own.
    double default_height() const;

private:
    SheetGrid grid_;
    std::vector<cells::Range> merges_;
};

/// Points for a text that wraps at so many digits of the standard font.
double wrapped_height(std::string_view text, double width, double font_size, bool bold);

} // namespace xlsx
