#include "engine/figures/words.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace engine::words {

// What people's programs make of a plain space, hyphen or quote, in UTF-8.
static constexpr std::array<std::pair<std::string_view, char>, 13> stand_ins = {{
    {"\xC2\xA0", ' '},     // no-break space
    {"\xE2\x80\xAF", ' '}, // narrow no-break space
    {"\xE2\x80\x89", ' '}, // thin space
    {"\xE2\x80\x90", '-'}, // hyphen
    {"\xE2\x80\x91", '-'}, // non-breaking hyphen
    {"\xE2\x80\x92", '-'}, // figure dash
    {"\xE2\x80\x93", '-'}, // en dash
    {"\xE2\x80\x94", '-'}, // em dash
    {"\xE2\x88\x92", '-'}, // minus sign
    {"\xE2\x80\x98", '\''},
    {"\xE2\x80\x99", '\''},
    {"\xE2\x80\x9C", '"'},
    {"\xE2\x80\x9D", '"'},
}};

/// The next character of `text`, made plain; `text` loses what was read.
static char take(std::string_view& text) {
    const char c = text.front();
    if (static_cast<unsigned char>(c) >= 0x80) {
        const auto* const found = std::ranges::find_if(
            stand_ins, [&](const auto& stand_in) { return text.starts_with(stand_in.first); });
        if (found != stand_ins.end()) {
            text.remove_prefix(found->first.size());
            return found->second;
        }
    }
    text.remove_prefix(1);
    if (c == '\t' || c == '\n' || c == '\r') return ' ';
    return cells::lower(c);
}

std::string plain(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const char c = take(text);
        if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string_view trimmed(std::string_view text, std::string_view outside) {
    const auto first = text.find_first_not_of(outside);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(outside) - first + 1);
}

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace engine::words
