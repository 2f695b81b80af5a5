#pragma once
// The f element of a cell: its kind, and writing it anew. ECMA-376 part 1, 18.3.1.40.

#include "engine/cells/address.h"
#include "xlsx/package/xml_lexer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

enum class FormulaKind : std::uint8_t {
    plain,
    shared, ///< many cells with one text, which one of them holds
    array,  ///< one text for all cells of a range
    table   ///< a data table: no text, the range is filled by trying values in one or two input cells
};

FormulaKind formula_kind(const XmlToken& tag);
/// A formula with another text and, for an array or data table, another range. A shared one becomes its
/// cell's own.
std::string formula_element(const XmlToken& tag, const std::optional<cells::Range>& area,
                            std::string_view text);

} // namespace xlsx
