#include "xlsx/calc/changed_cells.h"

#include <algorithm>

namespace xlsx {

using cells::Range;

void ChangedCells::add(std::size_t sheet, const Range& range) {
    if (range.first == range.last)
        cells_[sheet].insert(range.first);
    else
        areas_[sheet].push_back(range);
}

bool ChangedCells::touch(const SheetRange& wanted) const {
    const auto overlaps = [&](const Range& area) {
        return area.first.row <= wanted.range.last.row && wanted.range.first.row <= area.last.row
               && area.first.column <= wanted.range.last.column
               && wanted.range.first.column <= area.last.column;
    };
    if (std::ranges::any_of(areas_[wanted.sheet], overlaps)) return true;
    const auto& cells = cells_[wanted.sheet];
    for (auto at = cells.lower_bound(wanted.range.first);
         at != cells.end() && at->row <= wanted.range.last.row; ++at)
        if (wanted.range.contains(*at)) return true;
    return false;
}

bool ChangedCells::any() const {
    const auto filled = [](const auto& list) { return !list.empty(); };
    return std::ranges::any_of(cells_, filled) || std::ranges::any_of(areas_, filled);
}

} // namespace xlsx
