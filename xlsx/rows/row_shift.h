#pragma once
// What is done to the rows of one sheet: some are inserted before a row, or some are deleted.

#include "xlsx/rows/row_map.h"

#include <cstddef>
#include <cstdint>

namespace xlsx {

struct RowShift {
    std::size_t sheet = 0; ///< in the order of the workbook
    bool inserts = false;
    std::uint32_t first = 1; ///< before which rows come, or the first that goes
    std::uint32_t count = 1;

    /// The last of the rows that go.
    std::uint32_t last() const { return first + count - 1; }
    /// Whether the row goes.
    bool removes(std::uint32_t row) const { return !inserts && row >= first && row <= last(); }
    /// Whether rows from `top` to `bottom` come apart, or some of them go and some stay.
    bool splits(std::uint32_t top, std::uint32_t bottom) const {
        if (inserts) return top < first && first <= bottom;
        return first <= bottom && last() >= top && (first > top || last() < bottom);
    }
    RowMap map() const { return inserts ? RowMap::inserted(first, count) : RowMap::removed(first, last()); }
};

} // namespace xlsx
