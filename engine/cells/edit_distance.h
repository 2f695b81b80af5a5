#pragma once
// How far two spellings are apart, byte by byte. What that means, and which of several names was meant, is
// for those who ask: a heading, a reference and a template's slot are misspelt in different ways.

#include <string_view>

namespace cells {

/// Letters to add, drop, change or swap with their neighbour to come from one to the other.
int edit_distance(std::string_view a, std::string_view b);

} // namespace cells
