#include "xlsx/fill/row_height.h"

#include <algorithm>

namespace xlsx {

static constexpr double standard_size = 11; // points; widths count digits of the standard font in that size
static constexpr double digit_pixels = 7;
static constexpr double margin_pixels = 5;
static constexpr double pixel_points = 0.75;
static constexpr double highest = 409;            // Excel's limit, in points
static constexpr double line_of = 1.36;           // line height to font size: 15 points for 11
static constexpr double letters_per_digit = 1.05; // English letters are about a tenth narrower than digits

CellWidths::CellWidths(const XmlOutline& sheet) : grid_(sheet, {}) {
    const XmlElement* merges = sheet.find("mergeCells");
    if (!merges) return;
    for (const XmlElement& merge : children(sheet.text, *merges)) {
        const auto range = cells::parse_range(attribute(merge.tag, "ref").value_or(""));
        if (range) merges_.push_back(*range);
    }
    std::ranges::sort(merges_, {}, &cells::Range::first);
}

std::vector<cells::Range>::const_iterator CellWidths::merge_at(cells::Address cell) const {
    const auto merge = std::ranges::lower_bound(merges_, cell, {}, &cells::Range::first);
    return merge != merges_.end() && merge->first == cell ? merge : merges_.end();
}

std::uint32_t CellWidths::rows_below(cells::Address cell) const {
    const auto merge = merge_at(cell);
    return merge == merges_.end() ? 0 : merge->last.row - merge->first.row;
}

double CellWidths::at(cells::Address cell) const {
    const auto merge = merge_at(cell);
    const std::uint32_t last = merge == merges_.end() ? cell.column : merge->last.column;
    double pixels = -margin_pixels;
    for (std::uint32_t column = cell.column; column <= last; ++column) pixels += grid_.column_pixels(column);
    return pixels / digit_pixels;
}

double CellWidths::default_height() const {
    return grid_.row_pixels(cells::last_row) * pixel_points;
}

static std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The lines of one paragraph, broken between words; a word longer than a line is broken within.
static std::size_t lines(std::string_view paragraph, std::size_t capacity) {
    std::size_t count = 1;
    std::size_t used = 0;
    while (!paragraph.empty()) {
        const auto space = paragraph.find(' ');
        const std::size_t word = letters(paragraph.substr(0, space));
        if (used != 0 && used + 1 + word > capacity) {
            ++count;
            used = 0;
        }
        used += (used == 0 ? 0 : 1) + word;
        while (used > capacity) {
            ++count;
            used -= capacity;
        }
        paragraph.remove_prefix(space == std::string_view::npos ? paragraph.size() : space + 1);
    }
    return count;
}

double wrapped_height(std::string_view text, double width, double font_size, bool bold) {
    const double fits = width * letters_per_digit * standard_size / font_size * (bold ? 0.93 : 1);
    const std::size_t capacity = fits < 1 ? 1 : static_cast<std::size_t>(fits);
    std::size_t count = 0;
    for (;;) {
        const auto end = text.find('\n');
        count += lines(text.substr(0, end), capacity);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return std::min(highest, static_cast<double>(count) * font_size * line_of);
}

} // namespace xlsx
