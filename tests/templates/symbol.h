#pragma once
// Symbols of status as pictures, drawn here so that no picture need be kept: a square, a triangle and a disc.

#include "tools/draw/book.h"

#include <string>

namespace committee {

enum class Shape : unsigned char { disc, triangle, square };

/// The bytes of a PNG, 24 by 24 pixels, on white.
std::string symbol_png(Shape shape, draw::Colour colour);

} // namespace committee
