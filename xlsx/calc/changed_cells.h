#pragma once
// Which cells of a workbook have other values than its file says: those that were written, rows that have
// moved, and whatever depends on either. By the sheets' places in the workbook. Knows nothing of formulas.

#include "engine/cells/address.h"

#include <set>
#include <vector>

namespace xlsx {

/// Cells of one sheet, by its index in the workbook.
struct SheetRange {
    std::size_t sheet = 0;
    cells::Range range;
};

class ChangedCells {
public:
    explicit ChangedCells(std::size_t sheets) : cells_(sheets), areas_(sheets) {}

    void add(std::size_t sheet, const cells::Range& range);
    /// Whether any cell of the range has changed. The price grows with the changed cells in its rows.
    bool touch(const SheetRange& wanted) const;
    bool any() const;

private:
    std::vector<std::set<cells::Address>> cells_;
    std::vector<std::vector<cells::Range>> areas_;
};

} // namespace xlsx
