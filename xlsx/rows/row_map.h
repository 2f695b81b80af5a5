#pragma once
// Where each row of a sheet goes. In a template blocks of rows repeat, blocks nest, and a block with nothing
// in it leaves: so a row has any number of copies. A copy is a number; copy 0 is the sheet itself. Inserting
// and deleting rows is the same with one block: one that adds rows, one that leaves. Rows only: no text, no
// cells.

#include "engine/cells/address.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace xlsx {

/// Rows of a template that repeat together. A child lies within its parent; children do not overlap.
struct RowBlock {
    std::uint32_t first = 1;
    std::uint32_t last = cells::last_row;
    bool marked = false;     ///< the first and the last row hold the block's markers and do not appear
    std::uint32_t added = 0; ///< rows at the end of each copy that are none of the template's
    std::size_t parent = 0;  ///< blocks[0] is the whole sheet
    std::vector<std::size_t> children; ///< ascending

    bool holds(std::uint32_t row) const { return row >= first && row <= last; }
    bool holds(std::uint32_t from, std::uint32_t to) const { return from >= first && to <= last; }
};

/// Rows of the output, both ends included; none where `last` < `first`.
struct RowSpan {
    std::uint32_t first = 1;
    std::uint32_t last = 0;
    bool empty() const { return last < first; }
    friend bool operator==(const RowSpan&, const RowSpan&) = default;
};

class RowMap {
public:
    using Copy = std::uint32_t;
    /// How many copies a block has within one copy of its parent.
    using Count = std::function<std::uint32_t(std::size_t block, Copy parent)>;

    /// A sheet whose rows stay where they are.
    RowMap();
    /// `blocks[0]` is the sheet. Asks `count` once for each block in each copy of its parent; copies are
    /// numbered in the order in which they were asked for.
    RowMap(std::vector<RowBlock> blocks, const Count& count);
    /// `count` new rows come before a row, and as many leave at the sheet's end. Requires: they fit.
    static RowMap inserted(std::uint32_t before, std::uint32_t count);
    /// The rows from first to last leave.
    static RowMap removed(std::uint32_t first, std::uint32_t last);

    /// Whether the sheet has blocks: without, every row stays.
    bool moves() const { return blocks_.size() > 1; }
    const std::vector<RowBlock>& blocks() const { return blocks_; }
    std::size_t block_of(Copy copy) const { return copies_[copy].block; }
    Copy parent_of(Copy copy) const { return copies_[copy].parent; }
    /// The innermost block that a template's row belongs to.
    std::size_t block_at(std::uint32_t row) const;

    /// Where a template's row stands as seen from `from`: in the same copy where it repeats together with
    /// that, else in the first copy. 0 where the row does not appear. A `fixed` row ($) is looked at from
    /// outside its repetition.
    std::uint32_t at(std::uint32_t row, Copy from = 0, bool fixed = false) const;
    /// From the first copy of the first of these rows that appears to the last copy of the last, each as seen
    /// from `from`.
    RowSpan cover(std::uint32_t first, std::uint32_t last, Copy from = 0, bool first_fixed = false,
                  bool last_fixed = false) const;
    /// The same rows without others that came between them; as one where first and last are not seen from
    /// the same copy. Stops at `most` spans.
    std::vector<RowSpan> runs(std::uint32_t first, std::uint32_t last, Copy from = 0, bool fixed = false,
                              std::size_t most = cells::last_row) const;
    /// Each copy of the innermost block that holds all rows from first to last.
    std::vector<Copy> copies_around(std::uint32_t first, std::uint32_t last) const;
    /// The output rows that lie before a template's row in one copy of a block that holds it, and through it.
    std::uint32_t before(std::uint32_t row, Copy copy) const { return start(row, copy) - 1; }
    std::uint32_t through(std::uint32_t row, Copy copy) const { return end(row, copy) - 1; }

    /// Where one of a list of rows stands: `index` into the list, and the row of the output.
    using Visit = std::function<void(std::size_t index, Copy copy, std::uint32_t output_row)>;
    /// Visits all copies of the template's rows given (ascending), in the order of the output.
    void each_row(const std::vector<std::uint32_t>& rows, const Visit& visit) const {
        visit_copy(0, rows, visit);
    }

private:
    // One block's copies within one copy of its parent: `count` of them, numbered from `begin`.
    struct Instance {
        Copy begin = 0;
        std::uint32_t count = 0;
        std::uint32_t first = 0; // output rows [first, end)
        std::uint32_t end = 0;
    };
    struct CopyRows {
        std::size_t block = 0;
        Copy parent = 0;
        std::uint32_t first = 1; // output rows [first, end)
        std::uint32_t end = 0;
        std::vector<Instance> children; // as the block's
    };

    void lay_out(Copy copy, const Count& count);
    std::uint32_t first_row(std::uint32_t first, std::uint32_t last, Copy copy) const;
    std::uint32_t last_row(std::uint32_t first, std::uint32_t last, Copy copy) const;
    Copy seen_from(std::uint32_t row, Copy from, bool fixed) const;
    std::uint32_t start(std::uint32_t row, Copy copy) const;
    std::uint32_t end(std::uint32_t row, Copy copy) const;
    std::size_t child_before(std::uint32_t row, const RowBlock& block) const;
    std::uint32_t direct(std::uint32_t row, Copy copy, std::size_t children_before) const;
    void collect(std::uint32_t first, std::uint32_t last, Copy copy, std::size_t most,
                 std::vector<RowSpan>& out) const;
    void visit_copy(Copy copy, const std::vector<std::uint32_t>& rows, const Visit& visit) const;

    std::vector<RowBlock> blocks_;
    std::vector<CopyRows> copies_;
};

} // namespace xlsx
