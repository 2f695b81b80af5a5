#pragma once
// One c element of a worksheet into one cell: its place, its type, its value and what its format makes of it
// (ECMA-376 part 1, 18.3.1.4).

#include "engine/cells/cell.h"
#include "engine/cells/error.h"
#include "xlsx/package/package.h"
#include "xlsx/package/xml_lexer.h"
#include "xlsx/read/number_format.h"
#include "xlsx/read/shared_strings.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// What a workbook lends to all its sheets.
struct SheetContext {
    const std::vector<NumberFormat>& formats; ///< by cell format
    const SharedStrings& strings;
    bool date1904 = false;
};

/// The cells that array formulas and data tables fill from one cell: only the first of them has an f element.
/// Arrays cannot overlap, so for each column it is enough to know how far down the last one reaches.
class Spills {
public:
    void add(const cells::Range& range);
    bool covers(cells::Address at) const { return !until_.empty() && until_[at.column] >= at.row; }

private:
    std::vector<std::uint32_t> until_; // the last row that an array fills, by column
};

/// Reads the cells of one sheet, in the order of the file.
class CellReader {
public:
    /// `sheet` is the sheet's name, for messages.
    CellReader(const Package& package, std::string_view sheet, const SheetContext& context)
        : package_(package), sheet_(sheet), context_(context) {}

    /// Reads an element through to its close tag. `next` is where the cell stands if it does not say. False
    /// where the lexer ran into a broken token first; the cell is then worth nothing.
    std::expected<bool, cells::Error> read(XmlLexer& lexer, const XmlToken& open, cells::Address next,
                                           cells::Cell& cell);
    /// Whether the last cell has a format of its own.
    bool styled() const { return raw_.format != 0; }

private:
    /// What stands in the element, before it is made sense of.
    struct Raw {
        std::string_view type;
        std::uint32_t format = 0;
        bool formula = false;
        bool has_value = false;
        std::string value; // of v
        bool has_inline = false;
        std::string inlined; // of is
    };

    std::expected<cells::Address, cells::Error> read_attributes(const XmlToken& open, cells::Address next);
    bool read_children(XmlLexer& lexer, const XmlToken& open, cells::Address at);
    std::expected<void, cells::Error> make_sense(cells::Cell& cell) const;
    std::expected<void, cells::Error> set_shared_text(cells::Cell& cell) const;
    void set_number(cells::Cell& cell) const;

    const Package& package_;
    std::string sheet_;
    const SheetContext& context_;
    Spills spills_;
    Raw raw_; // reused, for the room of its strings
};

} // namespace xlsx
