#pragma once
// A sheet as rows of cells that hold something, with its merges at hand. A view: the sheet must outlive it.

#include "engine/cells/sheet.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engine {

struct SheetRow {
    std::uint32_t number = 0;
    std::vector<const cells::Cell*> cells; ///< without blank ones, from the left
};

class SheetRows {
public:
    explicit SheetRows(const cells::Sheet& sheet);

    const cells::Sheet& sheet() const { return *sheet_; }
    std::size_t size() const { return starts_.size(); }
    std::uint32_t number(std::size_t index) const { return sheet_->cells[starts_[index]].at.row; }
    /// Fills `row` with the cells of the index-th row that is not blank; its memory is used again.
    void read(std::size_t index, SheetRow& row) const;
    /// The index of the first row from that number on.
    std::size_t from(std::uint32_t number) const;
    /// The merge whose top left corner is there, or nullptr.
    const cells::Range* merge_at(cells::Address corner) const;

private:
    const cells::Sheet* sheet_;
    std::vector<std::size_t> starts_; ///< of rows that are not blank, as indexes of cells
    std::unordered_map<std::uint64_t, const cells::Range*> merges_;
};

/// Whether a cell holds nothing: empty, or text of spaces.
bool is_blank(const cells::Cell& cell);

} // namespace engine
