#include "engine/layout/sheet_rows.h"

#include "engine/figures/words.h"

#include <algorithm>
#include <ranges>

namespace engine {

bool is_blank(const cells::Cell& cell) {
    if (cell.kind == cells::Cell::Kind::empty) return !cell.uncalculated;
    if (cell.kind != cells::Cell::Kind::text) return false;
    // A letter or digit in front is the common case.
    if (!cell.text.empty() && cell.text.front() > ' ') return false;
    return words::plain(cell.text).empty();
}

static std::uint64_t key_of(cells::Address at) {
    return (std::uint64_t{at.row} << 32) | at.column;
}

SheetRows::SheetRows(const cells::Sheet& sheet) : sheet_(&sheet) {
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        if (sheet.cells[i].at.row == last || is_blank(sheet.cells[i])) continue;
        last = sheet.cells[i].at.row;
        starts_.push_back(i);
    }
    for (const cells::Range& range : sheet.merges) merges_.emplace(key_of(range.first), &range);
}

void SheetRows::read(std::size_t index, SheetRow& row) const {
    row.cells.clear();
    row.number = number(index);
    for (std::size_t i = starts_[index]; i < sheet_->cells.size() && sheet_->cells[i].at.row == row.number;
         ++i)
        if (!is_blank(sheet_->cells[i])) row.cells.push_back(&sheet_->cells[i]);
}

std::size_t SheetRows::from(std::uint32_t number) const {
    const auto found = std::ranges::lower_bound(
        starts_, number, {}, [this](std::size_t start) { return sheet_->cells[start].at.row; });
    return static_cast<std::size_t>(found - starts_.begin());
}

const cells::Range* SheetRows::merge_at(cells::Address corner) const {
    const auto found = merges_.find(key_of(corner));
    return found == merges_.end() ? nullptr : found->second;
}

} // namespace engine
