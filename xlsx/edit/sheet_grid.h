#pragma once
// How wide a sheet's columns and how high its rows are, in pixels at 96 to the inch: for boxes that have to
// stand somewhere on it. Also the style that an empty column gives a new cell.

#include "xlsx/edit/xml_outline.h"

#include <cstdint>
#include <vector>

namespace xlsx {

struct RowHeight {
    std::uint32_t row = 0;
    double points = 0; ///< 0 for a hidden row
};

class SheetGrid {
public:
    /// Reads sheetFormatPr and cols; row heights come from who scans the rows, ascending.
    SheetGrid(const XmlOutline& sheet, std::vector<RowHeight> heights);

    std::uint32_t column_pixels(std::uint32_t column) const;
    std::uint32_t row_pixels(std::uint32_t row) const;
    std::uint32_t column_style(std::uint32_t column) const;

private:
    struct Columns {
        std::uint32_t first = 0, last = 0, pixels = 0, style = 0;
    };
    const Columns* find(std::uint32_t column) const;

    std::vector<Columns> columns_;
    std::vector<RowHeight> heights_;
    std::uint32_t default_column_ = 64;
    std::uint32_t default_row_ = 20;
};

} // namespace xlsx
