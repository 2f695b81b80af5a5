#pragma once
// Rows of the templates' tables.

#include "tools/draw/book.h"
#include "tools/draw/look.h"

#include <array>
#include <string>
#include <vector>

namespace committee {

/// Texts side by side from a column on.
inline void put_row(const draw::Page& page, std::uint32_t row, const std::vector<std::string>& texts,
                    const draw::Style& style, std::uint32_t column = 1) {
    for (const std::string& text : texts) {
        const draw::Content content = text.empty() ? draw::Content() : draw::Content(text);
        page.put({row, column++}, content, style);
    }
}

/// A row of its own that opens, turns or closes a block.
inline void put_marker(const draw::Page& page, std::uint32_t row, const std::string& marker) {
    page.put({row, 1}, marker, draw::Style{.size = 8, .text = draw::dark_grey});
}

} // namespace committee
