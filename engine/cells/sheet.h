#pragma once
// One worksheet as read: its cells in row-major order, and what of its shape changes their meaning.
// A plain value; filled by xlsx, by an Office host or by a test's drawing of a table.

#include "engine/cells/cell.h"

#include <string>
#include <vector>

namespace cells {

struct Sheet {
    std::string name;
    /// Hidden or very hidden in the workbook's tab bar.
    bool hidden = false;
    /// Serial dates count from 1904 (workbookPr date1904).
    bool date1904 = false;
    /// Row-major, each address once, no empty unstyled cells.
    std::vector<Cell> cells;
    /// Hidden rows and columns, ascending.
    std::vector<std::uint32_t> hidden_rows;
    std::vector<std::uint32_t> hidden_columns;
    std::vector<Range> merges;

    /// The cell at an address, or nullptr where the sheet has none. Logarithmic.
    const Cell* find(Address at) const;
    /// The cell that shows at an address: that of the merge's top left corner where `at` lies in a merge.
    const Cell* find_merged(Address at) const;
    bool row_hidden(std::uint32_t row) const;
    bool column_hidden(std::uint32_t column) const;
};

/// What the cell says as one would read it out: "94.7%", "30 Sep 2016", "Green", "#DIV/0!". Numbers with the
/// places of their format (General: shortest). For messages and for matching words; never for figures.
std::string shown_text(const Cell& cell, bool date1904);

} // namespace cells
