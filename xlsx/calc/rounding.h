#pragma once
// Rounding a double as Excel does, who takes it for the decimal number of 15 digits that it shows: ROUND of
// 1.005 to two places is 1.01, though the double lies below.

#include <cstdint>
#include <optional>

namespace xlsx {

enum class Rounding : std::uint8_t { nearest, up, down, floor };

/// `places` after the point, negative before it; up and down are away from zero and towards it. Nothing where
/// digits beyond the fifteenth, which no one sees, would decide.
std::optional<double> rounded(double number, int places, Rounding how);

} // namespace xlsx
