// What stands between tags: XML's references and SpreadsheetML's _xHHHH_ escapes, both ways.
#include "xlsx/package/text_encoding.h"
#include "xlsx/package/xml_lexer.h"

#include <array>
#include <charconv>

namespace xlsx {

static constexpr char32_t replacement = 0xFFFD;

// One character off the front of `text`; the replacement character for a byte that starts none.
static char32_t take_utf8(std::string_view& text) {
    const std::size_t length = utf8_length(text);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    char32_t code = length < 2 ? byte(0) : byte(0) & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = (code << 6) | (byte(i) & 0x3F);
    text.remove_prefix(length == 0 ? 1 : length);
    return length == 0 ? replacement : code;
}

static bool allowed_in_xml(char32_t code) {
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code != 0xFFFE && code != 0xFFFF);
}

// "#65", "#x41" or a name, without & and ;. 0 for anything else.
static char32_t referenced(std::string_view name) {
    if (name == "amp") return '&';
    if (name == "lt") return '<';
    if (name == "gt") return '>';
    if (name == "quot") return '"';
    if (name == "apos") return '\'';
    if (!name.starts_with('#')) return 0;
    name.remove_prefix(1);
    const bool hex = name.starts_with('x');
    if (hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (fault != std::errc{} || end != name.data() + name.size()) return 0;
    return code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0 : code;
}

std::string unescape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (;;) {
        const auto ampersand = text.find('&');
        out += text.substr(0, ampersand);
        if (ampersand == std::string_view::npos) return out;
        text.remove_prefix(ampersand);
        const auto semicolon = text.substr(0, 12).find(';');
        const char32_t code =
            semicolon == std::string_view::npos ? 0 : referenced(text.substr(1, semicolon - 1));
        if (code == 0) {
            out += '&';
            text.remove_prefix(1);
        } else {
            append_utf8(out, code);
            text.remove_prefix(semicolon + 1);
        }
    }
}

// ASCII without controls, without what XML's references and SpreadsheetML's escapes are made for.
static constexpr auto is_plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = ' '; c < 0x7F; ++c) table[c] = true;
    for (const char c : {'&', '<', '>', '"', '_'}) table[static_cast<unsigned char>(c)] = false;
    return table;
}();

// Takes the plain text, which most text is, off the front of `text`.
static std::string_view take_plain(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && is_plain[static_cast<unsigned char>(text[length])]) ++length;
    const std::string_view plain = text.substr(0, length);
    text.remove_prefix(length);
    return plain;
}

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (;;) {
        out += take_plain(text);
        if (text.empty()) return out;
        const char32_t code = take_utf8(text);
        switch (code) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\t':
            out += "&#9;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\r':
            out += "&#13;";
            break;
        default:
            if (allowed_in_xml(code)) append_utf8(out, code);
        }
    }
}

// The code unit of an escape "_xHHHH_" at the front, or -1.
static std::int32_t escaped_unit(std::string_view text) {
    if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return -1;
    std::int32_t unit = 0;
    const auto [end, fault] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    return fault == std::errc{} && end == text.data() + 6 && unit >= 0 ? unit : -1;
}

std::string decode_xstring(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (;;) {
        const auto underscore = text.find('_');
        out += text.substr(0, underscore);
        if (underscore == std::string_view::npos) return out;
        text.remove_prefix(underscore);
        const std::int32_t unit = escaped_unit(text);
        if (unit < 0) {
            out += '_';
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(7);
        if (unit < 0xD800 || unit > 0xDFFF) {
            append_utf8(out, static_cast<char32_t>(unit));
            continue;
        }
        const std::int32_t low = unit < 0xDC00 ? escaped_unit(text) : -1;
        if (low >= 0xDC00 && low <= 0xDFFF) {
            text.remove_prefix(7);
            append_utf8(out, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
        } else {
            append_utf8(out, replacement);
        }
    }
}

std::string encode_xstring(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (;;) {
        out += take_plain(text);
        if (text.empty()) return out;
        if (escaped_unit(text) >= 0) {
            out += "_x005F_";
            text.remove_prefix(1);
            continue;
        }
        const char32_t code = take_utf8(text);
        if (allowed_in_xml(code) && code != '\r') {
            append_utf8(out, code);
            continue;
        }
        out += "_x";
        for (int shift = 12; shift >= 0; shift -= 4) out += digits[(code >> shift) & 0xF];
        out += '_';
    }
}

} // namespace xlsx
