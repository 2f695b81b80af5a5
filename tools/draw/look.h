#pragma once
// The looks that all drawn workbooks share. Every pair of fill and text has a contrast of 4.5:1 or better.

#include "tools/draw/book.h"

namespace draw {

inline constexpr Colour navy = 0x1F3864;
inline constexpr Colour pale_blue = 0xDCE6F1;
inline constexpr Colour pale_grey = 0xF2F2F2;
inline constexpr Colour white = 0xFFFFFF;
inline constexpr Colour black = 0x000000;
inline constexpr Colour dark_grey = 0x404040;
inline constexpr Colour green = 0x00703C;
inline constexpr Colour amber = 0xFFBF47;
inline constexpr Colour red = 0xB10E1E;
inline constexpr Colour slate = 0x4F5B66;
inline constexpr Colour silver = 0xBFC1C3;

inline Style title() {
    return {.size = 16, .text = navy, .bold = true};
}
inline Style subtitle() {
    return {.size = 12, .text = navy, .bold = true};
}
inline Style plain() {
    return {};
}
inline Style strong() {
    return {.bold = true};
}
inline Style note() {
    return {.text = dark_grey, .wrap = true};
}
/// A column's heading.
inline Style heading() {
    return {.text = white, .fill = navy, .bold = true, .wrap = true, .border = true, .centred = true};
}
/// A row that names the outcome of the rows under it.
inline Style section() {
    return {.text = navy, .fill = pale_blue, .bold = true};
}
inline Style body() {
    return {.wrap = true, .border = true};
}
inline Style body_centred() {
    return {.wrap = true, .border = true, .centred = true};
}
inline Style body_date() {
    return {.wrap = true, .border = true, .centred = true, .number_format = "dd/mm/yyyy"};
}
inline Style total() {
    return {.fill = pale_grey, .bold = true, .border = true, .centred = true};
}

} // namespace draw
