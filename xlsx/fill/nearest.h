#pragma once
// The name that was most likely meant by one that does not exist.

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// The candidate with the fewest letters to change, add or take away; empty where none is near. The first of
/// equals. Case does not count.
std::string nearest(std::string_view name, const std::vector<std::string>& candidates);

} // namespace xlsx
