#pragma once
// The first sheet of the Cabinet's template: counts by outcome with the council's totals, a chart of them,
// sentences, and what the words mean.

#include "tools/draw/book.h"

namespace draw {

/// What stands at the foot of every page of the scorecard.
inline constexpr const char* scorecard_foot = "Performance report to Cabinet";

void draw_summary(Book& book);

} // namespace draw
