#pragma once
// The grammar of figures typed as text: value, and what was said about it. See figure.h for what each marker
// means; a text that starts with a number and goes on with other words is unreadable unless they stand in
// brackets.

#include "engine/figures/figure.h"

#include <string_view>

namespace engine {

/// Sets value, marker, percent and places; blank text leaves the figure as it is.
void read_figure_text(std::string_view text, Unit unit, Figure& figure);

} // namespace engine
