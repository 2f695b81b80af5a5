#pragma once
// Cells with formulas that are relative to their first cell, as conditional formats and validations have:
// one formula for many rows. Where rows repeat, one formula may not say the same for all of them any more;
// then the area comes apart into as few as can each have one.

#include "xlsx/package/xml_lexer.h"
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/movement.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct RelativeArea {
    std::string sqref;
    std::vector<std::string> formulas; ///< unescaped, relative to the area's top left cell
};

/// The area after the move; none where all its rows have gone. A row's formula means in each of its copies
/// what a cell's formula there would. The error is why a formula cannot follow.
std::expected<std::vector<RelativeArea>, std::string> followed(const RelativeArea& area,
                                                               const Movement& movement, std::size_t sheet);

/// Whether a conditional format's rule (cfRule) looks at all of its cells at once, so that they must not come
/// apart: scales, bars, top ten, duplicates.
bool looks_at_all_cells(const XmlToken& rule);
/// The cells of such a format after the move; empty where all its rows have gone.
std::string whole_sqref(const Following& following, std::string_view sqref);

} // namespace xlsx
