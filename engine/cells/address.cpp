#include "engine/cells/address.h"

#include <algorithm>

namespace cells {

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string to_text(Address at) {
    return at ? column_letters(at.column) + std::to_string(at.row) : std::string{};
}

std::string to_text(Range range) {
    if (range.first == range.last) return to_text(range.first);
    return to_text(range.first) + ":" + to_text(range.last);
}

static bool is_plain_word(std::string_view name) {
    const bool word = std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    });
    return word && !name.empty() && (name.front() < '0' || name.front() > '9');
}

std::string to_text(std::string_view sheet, Address at) {
    if (is_plain_word(sheet)) return std::string(sheet) + "!" + to_text(at);
    std::string quoted = "'";
    for (const char c : sheet) quoted.append(c == '\'' ? 2 : 1, c);
    return quoted + "'!" + to_text(at);
}

static void skip_dollar(std::string_view& text) {
    if (!text.empty() && text.front() == '$') text.remove_prefix(1);
}

std::optional<Address> parse_address(std::string_view text) {
    Address at;
    skip_dollar(text);
    for (; !text.empty(); text.remove_prefix(1)) {
        const char lower = static_cast<char>(text.front() | 0x20);
        if (lower < 'a' || lower > 'z') break;
        at.column = at.column * 26 + static_cast<std::uint32_t>(lower - 'a' + 1);
        if (at.column > last_column) return std::nullopt;
    }
    skip_dollar(text);
    if (at.column == 0 || text.empty() || text.front() == '0') return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        at.row = at.row * 10 + static_cast<std::uint32_t>(c - '0');
        if (at.row > last_row) return std::nullopt;
    }
    return at;
}

std::optional<Range> parse_range(std::string_view text) {
    const auto colon = text.find(':');
    const auto one = parse_address(text.substr(0, colon));
    const auto other = colon == std::string_view::npos ? one : parse_address(text.substr(colon + 1));
    if (!one || !other) return std::nullopt;
    const auto [top, bottom] = std::minmax(one->row, other->row);
    const auto [left, right] = std::minmax(one->column, other->column);
    return Range{{top, left}, {bottom, right}};
}

} // namespace cells
