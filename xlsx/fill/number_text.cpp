#include "xlsx/fill/number_text.h"

#include <algorithm>
#include <string_view>

namespace xlsx {

// The words around the digits of a format: quotes taken off, [$£-809] read as £, one escaped letter as
// itself.
static std::string literal(std::string_view piece) {
    std::string out;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const char c = piece[i];
        if (c == '\\' && i + 1 < piece.size())
            out += piece[++i];
        else if (c == '_' || c == '*')
            ++i; // space as wide as, or filled with, the next letter
        else if (c == '[') {
            const auto close = piece.find(']', i);
            const std::string_view inside =
                piece.substr(i + 1, close == std::string_view::npos ? close : close - i - 1);
            if (inside.starts_with('$')) out += inside.substr(1, inside.find('-') - 1);
            if (close == std::string_view::npos) break;
            i = close;
        } else if (c != '"' && c != '%')
            out += c;
    }
    return out;
}

static void add_thousands(std::string& digits) {
    for (std::size_t at = std::min(digits.find('.'), digits.size()); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
}

static std::string number_text(const cells::Decimal& number, std::string_view format) {
    format = format.substr(0, format.find(';')); // of positive numbers
    const auto first = format.find_first_of("0#?");
    if (first == std::string_view::npos) return number.to_text();
    const auto last = format.find_last_of("0#?");
    const std::string_view digits = format.substr(first, last - first + 1);
    const auto point = digits.find('.');
    int places = 0;
    if (point != std::string_view::npos)
        for (const char c : digits.substr(point + 1)) places += c == '0' || c == '#' || c == '?' ? 1 : 0;
    const bool percent = format.find('%') != std::string_view::npos;

    const cells::Decimal shown = (percent ? number * cells::Decimal(100) : number).rounded(places);
    std::string text = shown.abs().to_text(places);
    if (digits.find(',') != std::string_view::npos) add_thousands(text);
    std::string before = literal(format.substr(0, first));
    if (shown.is_negative()) before.insert(0, "-");
    return before + text + (percent ? "%" : "") + literal(format.substr(last + 1));
}

std::string shown_text(const cells::SlotValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
    if (const auto* number = std::get_if<cells::Decimal>(&value.value))
        return number_text(*number, value.number_format);
    if (const auto* date = std::get_if<cells::Date>(&value.value)) return cells::to_text(*date);
    return {};
}

} // namespace xlsx
