#pragma once
// How far two spellings are apart. nearest(), which builds on it, is in find_table.h.

#include <string_view>

namespace engine {

/// Letters to add, drop, change or swap with their neighbour to come from one to the other.
int edit_distance(std::string_view a, std::string_view b);

} // namespace engine
