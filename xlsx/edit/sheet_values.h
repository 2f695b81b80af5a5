#pragma once
// Writes values into a sheet's cells, or says why not: never into a table's head, never into part of an array
// formula. A shared formula whose first cell goes is handed on to the next. A value that wants a number
// format gets one made from the cell's own: a number where the cell has none, a date where it shows no date.

#include "xlsx/calc/recalculate.h"
#include "xlsx/edit/edit_run.h"
#include "xlsx/edit/memory.h"
#include "xlsx/edit/sheet_cells.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

/// A value that is to stand in a cell.
struct ValueMark {
    CellValue value;
    std::string number_format; ///< that the value wants; "" for none
    std::string shown;         ///< as a reader will see it
    /// Our own text, where the value is somebody's edit of it: what is remembered as written.
    std::optional<std::string> edited_from = std::nullopt;
};

/// What came of it.
struct ValuesWritten {
    std::vector<RememberedCell> cells;
    SheetWritten changed;                          ///< cells that were written
    std::vector<cells::Address> formulas_replaced; ///< among them
    std::vector<RowHeight> heights;                ///< of the sheet's rows, seen in passing
};

/// Writes on one sheet.
std::expected<ValuesWritten, cells::Error> write_values(EditRun& run, const ListedSheet& listed,
                                                        const XmlOutline& sheet,
                                                        const std::map<cells::Address, ValueMark>& marks);

/// What the cells hold that were asked for: shared strings are looked up.
std::expected<void, cells::Error> resolve_strings(EditRun& run, std::vector<FoundCell>& found);

} // namespace xlsx
