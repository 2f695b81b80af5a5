#pragma once
// The encodings that XML parts come in: UTF-8, and UTF-16 with or without a byte order mark (ECMA-376 part 2,
// 8.1.4). Everything beyond here is UTF-8 without a mark.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

enum class Encoding : std::uint8_t { utf8, utf8_marked, utf16 };

struct DecodedText {
    std::string text; ///< valid UTF-8, no byte order mark
    Encoding encoding = Encoding::utf8;
};

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Whether text that starts like this is UTF-16.
bool starts_utf16(std::string_view bytes);
bool is_utf8(std::string_view bytes);
/// How many bytes the first character of a text that is not empty has; 0 where the first byte starts none.
std::size_t utf8_length(std::string_view text);
void append_utf8(std::string& out, char32_t code);
/// Nothing where the bytes are valid in neither encoding.
std::optional<DecodedText> decode(std::string bytes);
/// A name or value out of a file, as a message may quote it: at most 80 characters, and '?' for what is no
/// printable UTF-8.
std::string quotable(std::string_view text);
/// Changed text as it goes back into the file: with the mark it had. What was UTF-16 becomes UTF-8, and its
/// XML declaration says so.
std::string encode(std::string text, Encoding was);

} // namespace xlsx
