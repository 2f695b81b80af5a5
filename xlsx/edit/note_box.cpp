#include "xlsx/edit/note_box.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace xlsx {

static constexpr std::uint32_t box_width = 270;
static constexpr std::uint32_t line_height = 15;
static constexpr std::uint32_t letters_a_line = 42; // of Tahoma 9, on the safe side
static constexpr std::uint32_t tallest = 560;       // what a small screen shows

// How high the text is when wrapped between words.
static std::uint32_t height_of(std::string_view text) {
    std::uint32_t lines = 1;
    std::uint32_t line = 0;
    std::uint32_t word = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        if (c == '\n') {
            ++lines;
            line = word = 0;
            continue;
        }
        word = c == ' ' ? 0 : word + 1;
        if (++line > letters_a_line) {
            ++lines;
            line = word < letters_a_line ? word : 0;
        }
    }
    return std::min(lines * line_height + 8, tallest);
}

// From a place in the grid so many pixels on, over rows or columns that `size` measures; stays within `last`.
template <typename Size>
static std::pair<std::uint32_t, std::uint32_t> walk(std::uint32_t index, std::uint32_t offset,
                                                    std::uint32_t pixels, std::uint32_t last, Size size) {
    pixels += offset;
    while (index < last && pixels >= size(index)) pixels -= size(index++);
    const std::uint32_t room = size(index);
    return {index, std::min(pixels, room == 0 ? 0 : room - 1)};
}

static std::pair<std::uint32_t, std::uint32_t> down(const SheetGrid& grid, std::uint32_t row,
                                                    std::uint32_t offset, std::uint32_t pixels) {
    return walk(row, offset, pixels, cells::last_row - 1,
                [&](std::uint32_t index) { return grid.row_pixels(index + 1); });
}

Anchor note_anchor(const SheetGrid& grid, cells::Address at, std::string_view text) {
    const auto width = [&](std::uint32_t index) { return grid.column_pixels(index + 1); };
    // Right of the cell; at the grid's right edge, as far left as the box needs.
    std::uint32_t left = std::min(at.column, cells::last_column - 1);
    std::uint32_t room = 0;
    for (std::uint32_t index = left; index < cells::last_column && room < box_width + 15; ++index)
        room += width(index);
    while (left > 0 && room < box_width + 15) room += width(--left);

    const std::uint32_t top = at.row >= 2 ? at.row - 2 : 0;
    const std::uint32_t top_offset = at.row >= 2 ? std::min(10U, grid.row_pixels(top + 1)) : 2;
    const std::uint32_t left_offset = std::min(15U, width(left));
    const auto [right, right_offset] = walk(left, left_offset, box_width, cells::last_column - 1, width);
    const auto [bottom, bottom_offset] = down(grid, top, top_offset, height_of(text));
    return {left, left_offset, top, top_offset, right, right_offset, bottom, bottom_offset};
}

Anchor with_room_for(const SheetGrid& grid, const Anchor& anchor, std::string_view text) {
    Anchor taller = anchor;
    std::tie(taller[6], taller[7]) = down(grid, anchor[6], anchor[7], height_of(text));
    return taller;
}

std::optional<Anchor> parse_anchor(std::string_view text) {
    Anchor anchor{};
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto skip = [&](std::string_view what) {
        while (at != end && what.find(*at) != std::string_view::npos) ++at;
    };
    for (std::uint32_t& number : anchor) {
        skip(", \t\r\n");
        const auto [next, fault] = std::from_chars(at, end, number);
        if (fault != std::errc{}) return std::nullopt;
        at = next;
    }
    skip(" \t\r\n");
    const bool inside = anchor[0] < cells::last_column && anchor[4] < cells::last_column
                        && anchor[2] < cells::last_row && anchor[6] < cells::last_row;
    return at == end && inside ? std::optional(anchor) : std::nullopt;
}

std::string to_text(const Anchor& anchor) {
    std::string text;
    for (const std::uint32_t number : anchor) text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

} // namespace xlsx
