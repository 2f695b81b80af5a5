#include "xlsx/edit/sheet_grid.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <charconv>

namespace xlsx {

static std::optional<double> decimal(std::optional<std::string_view> value) {
    if (!value) return std::nullopt;
    double number = 0;
    const auto [end, fault] = std::from_chars(value->data(), value->data() + value->size(), number);
    // Beyond what Excel allows for widths (255) and heights (409.5) nothing is believed.
    return fault == std::errc{} && number >= 0 && number < 1000 ? std::optional(number) : std::nullopt;
}

// A width is in digits of the standard font, 7 pixels each in Calibri 11 (18.3.1.13).
static std::uint32_t pixels_of_width(double width) {
    return static_cast<std::uint32_t>(width * 7 + 0.5);
}
static std::uint32_t pixels_of_points(double points) {
    return static_cast<std::uint32_t>(points * 4 / 3 + 0.5);
}

SheetGrid::SheetGrid(const XmlOutline& sheet, std::vector<RowHeight> heights) : heights_(std::move(heights)) {
    if (const XmlElement* format = sheet.find("sheetFormatPr")) {
        if (const auto width = decimal(attribute(format->tag, "defaultColWidth")))
            default_column_ = pixels_of_width(*width);
        if (const auto height = decimal(attribute(format->tag, "defaultRowHeight")))
            default_row_ = true_attribute(format->tag, "zeroHeight") ? 0 : pixels_of_points(*height);
    }
    for (const XmlElement& cols : sheet.children) {
        if (cols.name != "cols") continue;
        for (const XmlElement& col : children(sheet.text, cols)) {
            Columns columns;
            columns.first = number_attribute(col.tag, "min").value_or(0);
            columns.last = number_attribute(col.tag, "max").value_or(columns.first);
            const auto width = decimal(attribute(col.tag, "width"));
            columns.pixels = true_attribute(col.tag, "hidden") ? 0
                             : width                           ? pixels_of_width(*width)
                                                               : default_column_;
            columns.style = number_attribute(col.tag, "style").value_or(0);
            columns_.push_back(columns);
        }
    }
}

const SheetGrid::Columns* SheetGrid::find(std::uint32_t column) const {
    const auto found = std::ranges::find_if(
        columns_, [&](const Columns& one) { return one.first <= column && column <= one.last; });
    return found == columns_.end() ? nullptr : &*found;
}

std::uint32_t SheetGrid::column_pixels(std::uint32_t column) const {
    const Columns* columns = find(column);
    return columns ? columns->pixels : default_column_;
}

std::uint32_t SheetGrid::column_style(std::uint32_t column) const {
    const Columns* columns = find(column);
    return columns ? columns->style : 0;
}

std::uint32_t SheetGrid::row_pixels(std::uint32_t row) const {
    const auto found = std::ranges::lower_bound(heights_, row, {}, &RowHeight::row);
    return found != heights_.end() && found->row == row ? pixels_of_points(found->points) : default_row_;
}

} // namespace xlsx
