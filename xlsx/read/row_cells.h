#pragma once
// The cells of one row while they are read. Its room is used again for the next row, the room of their texts
// too, so that a million rows cost the memory of one.

#include "engine/cells/cell.h"

#include <span>
#include <vector>

namespace xlsx {

class RowCells {
public:
    void clear() { size_ = 0; }
    std::size_t size() const { return size_; }
    std::span<cells::Cell> all() { return {cells_.data(), size_}; }

    /// One more cell, empty, at that place.
    cells::Cell& add(cells::Address at) {
        if (size_ == cells_.size()) cells_.emplace_back();
        cells::Cell& cell = cells_[size_++];
        cell.at = at;
        cell.kind = cells::Cell::Kind::empty;
        cell.shown = cells::Shown::general;
        cell.shown_places = -1;
        cell.formula = cell.uncalculated = false;
        cell.number.reset();
        cell.text.clear();
        return cell;
    }
    void drop_last() { --size_; }

private:
    std::vector<cells::Cell> cells_; // the first `size_` of them count
    std::size_t size_ = 0;
};

} // namespace xlsx
