#include "xlsx/calc/calc_value.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace xlsx {

std::string number_text(double number) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number == 0 ? 0 : number);
    std::string text(buffer.data(), end.ptr);
    std::ranges::replace(text, 'e', 'E');
    return text;
}

// Excel shows 15 digits and turns to exponents where the number is long or small; within these bounds and
// with few digits every program writes the same.
std::optional<std::string> joined_number(double number) {
    const double size = std::fabs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e11)) return std::nullopt;
    std::array<char, 48> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number == 0 ? 0 : number,
                                   std::chars_format::fixed);
    std::string text(buffer.data(), end.ptr);
    if (text.size() > 11) return std::nullopt;
    return text;
}

std::optional<double> plain_number(std::string_view text) {
    static constexpr std::string_view allowed = "0123456789.-";
    if (text.empty() || text.size() > 15 || text.find_first_not_of(allowed) != std::string_view::npos
        || text.find('-', 1) != std::string_view::npos || text.ends_with('.') || text.starts_with('.'))
        return std::nullopt;
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<bool> same_text(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (std::ranges::equal(a, b, {}, cells::lower, cells::lower)) return true;
    if (is_ascii(a) || is_ascii(b)) return false;
    return std::nullopt;
}

} // namespace xlsx
