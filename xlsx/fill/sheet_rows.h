#pragma once
// A template sheet's rows and cells as they stand in its XML, with what filling needs to know of each: where
// its address is written, its formula, its slots. Holds views of the sheet's text, which must outlive it.
// ECMA-376 part 1, 18.3.1.73 (row), 18.3.1.4 (c), 18.3.1.40 (f).

#include "engine/cells/error.h"
#include "xlsx/fill/slot_text.h"
#include "xlsx/fill/template_strings.h"
#include "xlsx/package/xml_lexer.h"
#include "xlsx/rows/formula.h"
#include "xlsx/rows/formula_element.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct CellFormula {
    FormulaKind kind = FormulaKind::plain;
    Formula formula; ///< a shared one's children have their own here, translated
    XmlToken tag;
    std::string_view xml;    ///< the whole f element
    std::string_view value;  ///< the whole v element; empty for none
    std::uint32_t group = 0; ///< of a shared formula
    bool master = false;     ///< the cell that holds a shared formula's text
    cells::Range area;       ///< of an array or a table
};

/// An element whose r attribute may be rewritten.
struct Placed {
    std::string_view xml;    ///< all of it
    std::size_t tag_end = 0; ///< behind the open tag
    std::size_t r_begin = 0; ///< the value of r; begin = end behind the name where r is missing
    std::size_t r_end = 0;
};

struct TemplateCell {
    std::uint32_t column = 0;
    Placed place;
    std::string_view name;  ///< "c" with its prefix
    std::string_view style; ///< the s attribute; empty for none
    std::string_view type;  ///< the value of t; empty for none
    std::unique_ptr<CellFormula> formula;
    const SlotText* slots = nullptr; ///< its text, where that holds slots
    std::size_t binding = 0;         ///< of the first slot, in the sheet's plan
    bool blank = true;               ///< neither value nor formula
};

struct TemplateRow {
    std::uint32_t row = 0;
    Placed place;
    bool single = false; ///< <row/>
    std::vector<TemplateCell> cells;
    std::string_view rest; ///< what follows the last cell, with the close tag
};

struct SheetRows {
    XmlToken tag;                                     ///< sheetData's
    std::size_t end = 0;                              ///< behind sheetData
    std::string prefix;                               ///< "x:" or nothing
    std::vector<TemplateRow> rows;                    ///< ascending
    std::vector<std::unique_ptr<SlotText>> own_texts; ///< of cells whose text is not shared
};

/// Reads a sheet. The error says what is damaged: rows out of order, an address in another row.
std::expected<SheetRows, std::string> read_rows(std::string_view sheet, const TemplateStrings& strings);

} // namespace xlsx
