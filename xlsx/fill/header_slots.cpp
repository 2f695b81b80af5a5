#include "xlsx/fill/header_slots.h"

#include <algorithm>

namespace xlsx {

static constexpr std::size_t longest_header = 255; // characters; Excel repairs longer ones

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Whether the text ends with a font size (&12), which a digit behind it would change.
static bool ends_with_size(std::string_view text) {
    const auto digits = text.find_last_not_of("0123456789");
    return digits != std::string_view::npos && digits + 1 < text.size() && text[digits] == '&';
}

static std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The pieces between slots are codes and stay; values lose their meaning as codes.
static std::expected<std::string, SlotFault> filled_header(const std::string& text,
                                                           const SlotFiller& filler) {
    std::string out;
    std::size_t at = 0;
    for (;;) {
        const auto open = text.find("{{", at);
        const auto close = text.find("}}", open);
        if (open == std::string::npos || close == std::string::npos) break;
        out += text.substr(at, open - at);
        const auto value = filler.fill({text.substr(open, close + 2 - open)});
        if (!value) return std::unexpected(value.error());
        std::string words;
        for (const char c : value->front()) words.append(c == '&' ? 2 : 1, c);
        if (!words.empty() && is_digit(words.front()) && ends_with_size(out)) out += ' ';
        out += words;
        at = close + 2;
    }
    out += text.substr(at);
    const auto rest = filler.fill({text.substr(at)}); // braces that make no slot are a fault
    if (!rest) return std::unexpected(rest.error());
    if (characters(out) > longest_header)
        return std::unexpected(SlotFault{"The text would be longer than the " + std::to_string(longest_header)
                                             + " characters that Excel prints there",
                                         "Shorten it"});
    return out;
}

std::expected<void, SlotFault> fill_headers(std::string_view sheet, const XmlElement& headers,
                                            const SlotFiller& filler, Splices& edits) {
    if (headers.single()) return {};
    for (const XmlElement& header : children(sheet, headers)) {
        if (header.single() || !SlotFiller::any_slot(header.inner(sheet))) continue;
        const auto now = filled_header(unescape(header.inner(sheet)), filler);
        if (!now) return std::unexpected(now.error());
        edits.replace(header.content(), header.inner(sheet).size(), escape(*now));
    }
    return {};
}

} // namespace xlsx
