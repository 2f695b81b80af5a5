#pragma once
// Plants a mistake in a paper, as tables/planted.txt says: a line names file, sheet, reference and column,
// and what to put there.
//
//   a figure, date or word   typed as the column's others are
//   (blank)                  nothing
//   text 94.7%               a text, whatever the column holds
//   general 0.947            a number without a format
//   formula =G8/H8           a formula; what it comes to is left to whoever calculates it
//   error #DIV/0!            a formula that divides by nothing
// Under the column "row": remove, hide, copy as HO-41. Under the column "heading" the reference is a heading
// or a label of the cover, and what is put is how somebody spelt it.

#include "tools/draw/lay_out.h"

#include <optional>
#include <string>

namespace draw {

/// Where a mistake is, before the paper is laid out.
struct Spot {
    std::string sheet;
    std::string label{};                 ///< of the cover; else
    std::optional<int> record{};         ///< none: the row is no longer there
    std::optional<std::size_t> column{}; ///< none: the reference's
    bool heading = false;                ///< the heading of the column, or the label
    std::string ref{};                   ///< as the row now has it
};

/// Throws std::runtime_error with the line's place where its words name nothing in the paper.
Spot plant(Paper& paper, const Line& mistake);

/// "Indicators!H14"; "Indicators" where there is no cell.
std::string place_of(const Spot& spot, const Laid& laid);

} // namespace draw
