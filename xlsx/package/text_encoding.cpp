#include "xlsx/package/text_encoding.h"

#include <algorithm>
#include <cstring>

namespace xlsx {

static unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

bool starts_utf16(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    using namespace std::string_view_literals;
    const auto first = bytes.substr(0, 2);
    return first == "\xFF\xFE"sv || first == "\xFE\xFF"sv || first == "<\0"sv || first == "\0<"sv;
}

// Unicode 15, table 3-7.
std::size_t utf8_length(std::string_view text) {
    const unsigned char lead = byte_at(text, 0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    const unsigned char second = byte_at(text, 1);
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byte_at(text, i) & 0xC0) != 0x80) return 0;
    return length;
}

bool is_utf8(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t eight = high_bits;
        if (bytes.size() - at >= sizeof eight) std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & high_bits) == 0) {
            at += sizeof eight;
        } else {
            const std::size_t length = utf8_length(bytes.substr(at));
            if (length == 0) return false;
            at += length;
        }
    }
    return true;
}

void append_utf8(std::string& out, char32_t code) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    const auto tail = [&](unsigned shift) { byte(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        byte(0xE0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        byte(0xF0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

static std::optional<std::string> from_utf16(std::string_view bytes) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const unsigned char first = byte_at(bytes, 0);
    const std::size_t low = first == 0xFE || first == 0 ? 1 : 0; // which byte of a pair is the low one
    const auto unit = [&](std::size_t at) -> char32_t {
        return static_cast<char32_t>(byte_at(bytes, at + low) | byte_at(bytes, at + 1 - low) << 8);
    };
    std::string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t at = unit(0) == 0xFEFF ? 2 : 0; at < bytes.size(); at += 2) {
        char32_t code = unit(at);
        if (code >= 0xD800 && code < 0xE000) {
            const char32_t next = bytes.size() - at >= 4 ? unit(at + 2) : 0;
            if (code >= 0xDC00 || next < 0xDC00 || next > 0xDFFF) return std::nullopt;
            code = 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00);
            at += 2;
        }
        append_utf8(out, code);
    }
    return out;
}

std::optional<DecodedText> decode(std::string bytes) {
    if (starts_utf16(bytes)) {
        auto text = from_utf16(bytes);
        if (!text) return std::nullopt;
        return DecodedText{std::move(*text), Encoding::utf16};
    }
    if (!is_utf8(bytes)) return std::nullopt;
    if (!bytes.starts_with(utf8_mark)) return DecodedText{std::move(bytes), Encoding::utf8};
    bytes.erase(0, utf8_mark.size());
    return DecodedText{std::move(bytes), Encoding::utf8_marked};
}

std::string quotable(std::string_view text) {
    constexpr int most = 80;
    std::string quoted;
    for (int count = 0; !text.empty(); ++count) {
        if (count == most) return quoted + "...";
        const std::size_t length = utf8_length(text);
        const bool printable = length > 1 || (length == 1 && text.front() >= ' ' && text.front() != 0x7F);
        quoted += printable ? text.substr(0, length) : "?";
        text.remove_prefix(std::max(length, std::size_t{1}));
    }
    return quoted;
}

// <?xml version="1.0" encoding="UTF-16"?>
static void declare_utf8(std::string& text) {
    const std::size_t end = text.starts_with("<?xml") ? text.find("?>") : std::string::npos;
    const std::size_t name = std::string_view(text).substr(0, end).find("encoding");
    if (end == std::string::npos || name == std::string::npos) return;
    const std::size_t open = text.find_first_of("'\"", name);
    const std::size_t close = open < end ? text.find(text[open], open + 1) : std::string::npos;
    if (close < end) text.replace(open + 1, close - open - 1, "UTF-8");
}

std::string encode(std::string text, Encoding was) {
    if (was == Encoding::utf8_marked) text.insert(0, utf8_mark);
    if (was == Encoding::utf16) declare_utf8(text);
    return text;
}

} // namespace xlsx
