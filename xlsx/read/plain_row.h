#pragma once
// A row's cells in the form in which nearly every program writes them: no prefixes, every cell with its
// reference, each tag without needless blanks, text without references or escapes. A second, several times
// faster way to what CellReader does; what is not in this form is left to it.

#include "xlsx/read/cell_reader.h"
#include "xlsx/read/row_cells.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace xlsx {

enum class PlainRead : std::uint8_t {
    whole,     ///< the row is read
    cut_short, ///< the input ends within the row, which was plain as far as it went
    not_plain  ///< something is written otherwise: read the row as XML
};

/// Reads the cells from behind a row's open tag. Of a whole row `cells` has what CellReader would have made
/// of it, and `length` is how far the row's close tag is. Requires: `cells` is empty.
PlainRead read_plain_row(std::string_view text, std::uint32_t row, const CellReader& reader, RowCells& cells,
                         std::size_t& length);

/// The text of "<t>Ref</t></si>" or "<t xml:space="preserve">Ref</t></si>", and how far its close tag `close`
/// is. Nothing where it is written otherwise or the input ends before.
std::optional<std::string_view> read_plain_text(std::string_view text, std::string_view close,
                                                std::size_t& length);

} // namespace xlsx
