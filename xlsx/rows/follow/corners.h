#pragma once
// What is drawn over cells: how its corners move with the rows that they stand in.

#include "xlsx/rows/follow/follow.h"

#include <cstdint>
#include <utility>

namespace xlsx {

/// What a drawing does when cells move: both, move only, or neither.
enum class Behaviour : std::uint8_t { move_and_size, move, stay };

/// The rows of the upper and the lower edge, counted from 0.
std::pair<std::uint32_t, std::uint32_t> followed_edges(const RowMap& rows, std::uint32_t top,
                                                       std::uint32_t bottom, Behaviour behaviour);
/// An anchor's from and to elements.
void follow_corners(const Following& following, const XmlElement& anchor, Behaviour behaviour,
                    Splices& edits);

} // namespace xlsx
