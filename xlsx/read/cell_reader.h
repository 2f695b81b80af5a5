#pragma once
// One c element of a worksheet into one cell: its place, its type, its value and what its format makes of it
// (ECMA-376 part 1, 18.3.1.4).

#include "engine/cells/cell.h"
#include "engine/cells/error.h"
#include "xlsx/package/package.h"
#include "xlsx/package/xml_lexer.h"
#include "xlsx/read/number_format.h"
#include "xlsx/read/row_cells.h"
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

/// What stands in a c element, before it is made sense of. A view of the input or of the reader.
struct RawCell {
    std::string_view type = "n";
    std::uint32_t format = 0;
    bool formula = false;
    bool has_value = false;
    bool has_inline = false;
    std::string_view value;   ///< of v
    std::string_view inlined; ///< of is

    /// A cell that holds nothing and has no format is none.
    bool leaves_nothing(const cells::Cell& cell) const {
        return cell.kind == cells::Cell::Kind::empty && !cell.formula && format == 0;
    }
};

/// Reads the cells of one sheet, in the order of the file.
class CellReader {
public:
    /// `sheet` is the sheet's name, for messages.
    CellReader(const Package& package, std::string_view sheet, const SheetContext& context)
        : package_(package), sheet_(sheet), context_(context) {}

    /// Reads an element through to its close tag, onto the end of `row`, unless nothing is in it. `last` is
    /// the place of the cell before, and then of this one. False where the lexer ran into a broken token
    /// first.
    std::expected<bool, cells::Error> read(XmlLexer& lexer, const XmlToken& open, cells::Address& last,
                                           RowCells& row);
    /// Makes sense of what stands in a cell, whose place is known already.
    std::expected<void, cells::Error> fill(cells::Cell& cell, const RawCell& raw) const;

private:
    std::expected<cells::Address, cells::Error> read_attributes(const XmlToken& open, cells::Address next);
    bool read_children(XmlLexer& lexer, const XmlToken& open, cells::Address at);
    std::expected<void, cells::Error> set_value(cells::Cell& cell, const RawCell& raw) const;
    std::expected<void, cells::Error> set_text(cells::Cell& cell, std::string_view text) const;
    std::expected<void, cells::Error> set_shared_text(cells::Cell& cell, std::string_view index) const;

    const Package& package_;
    std::string sheet_;
    const SheetContext& context_;
    Spills spills_;
    RawCell raw_;
    std::string value_, inlined_; // what raw_ views; reused, for their room
};

} // namespace xlsx
