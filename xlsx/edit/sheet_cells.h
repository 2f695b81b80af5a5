#pragma once
// Finds cells in a sheet part, by lexing: where they stand or would stand, what they hold, whether a formula
// is in the way. And writes values there by splice. Rows and cells may lack their r attribute or be single
// tags; the sheet may have a prefix.

#include "xlsx/edit/cell_value.h"
#include "xlsx/edit/sheet_grid.h"
#include "xlsx/edit/xml_outline.h"

#include "engine/cells/address.h"

#include <span>
#include <vector>

namespace xlsx {

/// A cell that was asked for.
struct FoundCell {
    enum class Formula : std::uint8_t {
        none,
        own,    ///< a formula of its own
        member, ///< takes part in a shared formula
        master, ///< holds a shared formula for others
    };
    cells::Address at;
    bool exists = false;
    XmlElement element;         ///< if it exists
    std::size_t row = 0;        ///< its row's index in SheetCells::rows
    std::size_t insert = 0;     ///< where it would go in a row that has content
    std::uint32_t style = 0;    ///< its own, or what its row gives a new cell; see `style_given`
    bool style_given = false;   ///< false: the column decides
    CellValue value;            ///< a shared string has its index as text until it is looked up
    bool shared_string = false; ///< see `value`
    Formula formula = Formula::none;
    std::uint32_t group = 0;    ///< of a shared formula
    XmlElement formula_element; ///< its f element, if it has a formula
    std::string formula_text;   ///< empty in a member that is not the master
};

/// A row of cells that were asked for.
struct FoundRow {
    std::uint32_t row = 0;
    bool exists = false;
    XmlElement element;
    std::size_t insert = 0; ///< where a new row goes
};

/// A formula with one master and many cells.
struct FormulaArea {
    cells::Range range;
    bool array = false; ///< an array formula or a data table: its cells cannot be written one by one
    std::uint32_t group = 0;
    std::vector<cells::Address> members; ///< of a shared formula, the master among them
};

struct SheetCells {
    std::vector<FoundRow> rows;
    std::vector<FoundCell> cells; ///< one for each that was asked for
    std::vector<FormulaArea> areas;
    std::vector<RowHeight> heights;
};

/// `wanted` ascending, each once.
SheetCells find_cells(const XmlOutline& sheet, std::span<const cells::Address> wanted);

/// What is to stand in a found cell.
struct CellWrite {
    const FoundCell* cell = nullptr;
    CellValue value;
    std::uint32_t style = 0;
};

/// Writes values; a formula there goes, the cell's other attributes stay. `writes` ascending by address.
void write_cells(Splices& edits, const XmlOutline& sheet, const SheetCells& found,
                 std::span<const CellWrite> writes);

} // namespace xlsx
