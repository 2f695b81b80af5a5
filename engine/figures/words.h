#pragma once
// How typed words are made comparable before they are read: case, kinds of space and kinds of dash do not
// count. ASCII and the few characters that Excel and Word put in their place; other text stays as it is.

#include <string>
#include <string_view>

namespace engine::words {

/// Lower case, single spaces, no space at the ends; dashes and minus signs as "-", curly quotes as straight.
std::string plain(std::string_view text);

/// Without the characters of `outside` at either end.
std::string_view trimmed(std::string_view text, std::string_view outside = " ");

/// The number that the digits say; 0 for none, or for more than an int holds.
int number_of(std::string_view digits);

} // namespace engine::words
