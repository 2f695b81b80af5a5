#include "xlsx/rows/row_map.h"

#include <algorithm>

namespace xlsx {

// The template's rows of a block that appear.
static std::uint32_t content_first(const RowBlock& block) {
    return block.first + (block.marked ? 1 : 0);
}
static std::uint32_t content_last(const RowBlock& block) {
    return block.last - (block.marked ? 1 : 0);
}

RowMap::RowMap() : RowMap({RowBlock{}}, [](std::size_t, Copy) { return 0U; }) {}

RowMap::RowMap(std::vector<RowBlock> blocks, const Count& count) : blocks_(std::move(blocks)) {
    copies_.emplace_back();
    lay_out(0, count);
}

RowMap RowMap::inserted(std::uint32_t before, std::uint32_t count) {
    // A block without a row of the sheet's, between two of them; and one that leaves for want of room.
    return RowMap({RowBlock{.children = {1, 2}},
                   RowBlock{.first = before, .last = before - 1, .added = count, .children = {}},
                   RowBlock{.first = cells::last_row - count + 1, .children = {}}},
                  [](std::size_t block, Copy) { return block == 1 ? 1U : 0U; });
}

RowMap RowMap::removed(std::uint32_t first, std::uint32_t last) {
    return RowMap({RowBlock{.children = {1}}, RowBlock{.first = first, .last = last, .children = {}}},
                  [](std::size_t, Copy) { return 0U; });
}

// Fills in a copy whose `first` is known. New copies are numbered here, so no reference into copies_ lives
// long.
void RowMap::lay_out(Copy copy, const Count& count) {
    const RowBlock& block = blocks_[copies_[copy].block];
    std::vector<Instance> children;
    for (const std::size_t child : block.children) {
        const Instance instance{.begin = static_cast<Copy>(copies_.size()), .count = count(child, copy)};
        copies_.resize(copies_.size() + instance.count,
                       CopyRows{.block = child, .parent = copy, .children = {}});
        children.push_back(instance);
    }
    std::uint32_t next = copies_[copy].first;
    std::uint32_t row = content_first(block);
    for (std::size_t i = 0; i < children.size(); ++i) {
        const RowBlock& child = blocks_[block.children[i]];
        next += child.first - row;
        row = child.last + 1;
        children[i].first = next;
        for (Copy k = children[i].begin; k < children[i].begin + children[i].count; ++k) {
            copies_[k].first = next;
            lay_out(k, count);
            next = copies_[k].end;
        }
        children[i].end = next;
    }
    copies_[copy].end = next + (content_last(block) + 1 - row) + block.added;
    copies_[copy].children = std::move(children);
}

// How many of the block's children end before the row.
std::size_t RowMap::child_before(std::uint32_t row, const RowBlock& block) const {
    const auto found = std::ranges::partition_point(
        block.children, [&](std::size_t child) { return blocks_[child].last < row; });
    return static_cast<std::size_t>(found - block.children.begin());
}

std::size_t RowMap::block_at(std::uint32_t row) const {
    std::size_t block = 0;
    for (;;) {
        const auto& children = blocks_[block].children;
        const std::size_t i = child_before(row, blocks_[block]);
        if (i == children.size() || !blocks_[children[i]].holds(row)) return block;
        block = children[i];
    }
}

// The copy around `from` that holds the row.
RowMap::Copy RowMap::seen_from(std::uint32_t row, Copy from, bool fixed) const {
    if (fixed && from != 0 && block_at(row) == block_of(from)) from = parent_of(from);
    while (!blocks_[block_of(from)].holds(row)) from = parent_of(from);
    return from;
}

// The output row of a row that is in no child, `children_before` of which end before it. A marker's row is
// where the next row is.
std::uint32_t RowMap::direct(std::uint32_t row, Copy copy, std::size_t children_before) const {
    const CopyRows& rows = copies_[copy];
    const RowBlock& block = blocks_[rows.block];
    row = std::min(row, content_last(block) + 1);
    if (children_before != 0)
        return rows.children[children_before - 1].end
               + (row - blocks_[block.children[children_before - 1]].last - 1);
    const std::uint32_t first = content_first(block);
    return rows.first + (row > first ? row - first : 0);
}

std::uint32_t RowMap::start(std::uint32_t row, Copy copy) const {
    for (;;) {
        const CopyRows& rows = copies_[copy];
        const RowBlock& block = blocks_[rows.block];
        const std::size_t i = child_before(row, block);
        if (i == block.children.size() || !blocks_[block.children[i]].holds(row)) return direct(row, copy, i);
        if (rows.children[i].count == 0) return rows.children[i].first;
        copy = rows.children[i].begin;
    }
}

// Behind the row's last copy.
std::uint32_t RowMap::end(std::uint32_t row, Copy copy) const {
    for (;;) {
        const CopyRows& rows = copies_[copy];
        const RowBlock& block = blocks_[rows.block];
        const std::size_t i = child_before(row, block);
        if (i == block.children.size() || !blocks_[block.children[i]].holds(row)) {
            const bool appears = row >= content_first(block) && row <= content_last(block);
            return direct(row, copy, i) + (appears ? 1 : 0);
        }
        if (rows.children[i].count == 0) return rows.children[i].first;
        copy = rows.children[i].begin + rows.children[i].count - 1;
    }
}

std::uint32_t RowMap::at(std::uint32_t row, Copy from, bool fixed) const {
    Copy copy = seen_from(row, from, fixed);
    for (;;) { // down the first copies
        const CopyRows& rows = copies_[copy];
        const RowBlock& block = blocks_[rows.block];
        const std::size_t i = child_before(row, block);
        if (i == block.children.size() || !blocks_[block.children[i]].holds(row)) {
            const bool appears = row >= content_first(block) && row <= content_last(block);
            return appears ? direct(row, copy, i) : 0;
        }
        if (rows.children[i].count == 0) return 0;
        copy = rows.children[i].begin;
    }
}

// The first output row of what there is of some rows within a copy; 0 for none.
std::uint32_t RowMap::first_row(std::uint32_t first, std::uint32_t last, Copy copy) const {
    const CopyRows& rows = copies_[copy];
    const RowBlock& block = blocks_[rows.block];
    first = std::max(first, content_first(block));
    last = std::min(last, content_last(block));
    for (std::size_t i = child_before(first, block); first <= last; ++i) {
        if (i == block.children.size() || blocks_[block.children[i]].first > first)
            return direct(first, copy, i);
        const Instance& instance = rows.children[i];
        for (Copy k = instance.begin; k < instance.begin + instance.count; ++k)
            if (const std::uint32_t found = first_row(first, last, k)) return found;
        first = blocks_[block.children[i]].last + 1;
    }
    return 0;
}

std::uint32_t RowMap::last_row(std::uint32_t first, std::uint32_t last, Copy copy) const {
    const CopyRows& rows = copies_[copy];
    const RowBlock& block = blocks_[rows.block];
    first = std::max(first, content_first(block));
    last = std::min(last, content_last(block));
    while (first <= last) {
        const std::size_t i = child_before(last, block);
        if (i == block.children.size() || blocks_[block.children[i]].first > last)
            return direct(last, copy, i);
        const Instance& instance = rows.children[i];
        for (Copy k = instance.begin + instance.count; k-- > instance.begin;)
            if (const std::uint32_t found = last_row(first, last, k)) return found;
        last = blocks_[block.children[i]].first - 1;
    }
    return 0;
}

RowSpan RowMap::cover(std::uint32_t first, std::uint32_t last, Copy from, bool first_fixed,
                      bool last_fixed) const {
    const Copy top = seen_from(first, from, first_fixed);
    const Copy bottom = seen_from(last, from, last_fixed);
    if (top != bottom) return {start(first, top), end(last, bottom) - 1};
    const std::uint32_t row = first_row(first, last, top);
    return row == 0 ? RowSpan() : RowSpan{row, last_row(first, last, top)};
}

// Adds a span, as part of the one before where they touch.
static void join(std::vector<RowSpan>& spans, RowSpan span) {
    if (span.empty()) return;
    if (!spans.empty() && spans.back().last + 1 == span.first)
        spans.back().last = span.last;
    else
        spans.push_back(span);
}

void RowMap::collect(std::uint32_t first, std::uint32_t last, Copy copy, std::size_t most,
                     std::vector<RowSpan>& out) const {
    const CopyRows& rows = copies_[copy];
    const RowBlock& block = blocks_[rows.block];
    first = std::max(first, content_first(block));
    last = std::min(last, content_last(block));
    for (std::size_t i = child_before(first, block); first <= last; ++i) {
        const bool more = i < block.children.size() && blocks_[block.children[i]].first <= last;
        const std::uint32_t stop = more ? blocks_[block.children[i]].first : last + 1; // direct rows end here
        if (stop > first) join(out, {direct(first, copy, i), direct(first, copy, i) + (stop - first) - 1});
        if (!more) return;
        const RowBlock& child = blocks_[block.children[i]];
        const Instance& instance = rows.children[i];
        if (first <= content_first(child) && last >= content_last(child)) {
            join(out, {instance.first, instance.end - 1});
        } else {
            for (Copy k = instance.begin; k < instance.begin + instance.count && out.size() < most; ++k)
                collect(first, last, k, most, out);
        }
        first = child.last + 1;
    }
}

std::vector<RowSpan> RowMap::runs(std::uint32_t first, std::uint32_t last, Copy from, bool fixed,
                                  std::size_t most) const {
    std::vector<RowSpan> out;
    const Copy copy = seen_from(first, from, fixed);
    if (copy == seen_from(last, from, fixed))
        collect(first, last, copy, most, out);
    else
        join(out, cover(first, last, from, fixed, fixed));
    return out;
}

std::vector<RowMap::Copy> RowMap::copies_around(std::uint32_t first, std::uint32_t last) const {
    std::size_t block = block_at(first);
    while (!blocks_[block].holds(first, last)) block = blocks_[block].parent;
    std::vector<std::size_t> path; // from the sheet down to the block
    for (; block != 0; block = blocks_[block].parent) path.push_back(block);
    std::vector<Copy> around = {0};
    for (; !path.empty(); path.pop_back()) {
        const auto& siblings = blocks_[blocks_[path.back()].parent].children;
        const auto nth =
            static_cast<std::size_t>(std::ranges::find(siblings, path.back()) - siblings.begin());
        std::vector<Copy> inside;
        for (const Copy copy : around) {
            const Instance& instance = copies_[copy].children[nth];
            for (Copy k = 0; k < instance.count; ++k) inside.push_back(instance.begin + k);
        }
        around = std::move(inside);
    }
    return around;
}

void RowMap::visit_copy(Copy copy, const std::vector<std::uint32_t>& rows, const Visit& visit) const {
    const RowBlock& block = blocks_[copies_[copy].block];
    std::uint32_t from = content_first(block);
    // Rows from `from` to before `stop` belong to the block itself and follow each other in the output.
    const auto visit_direct = [&](std::uint32_t stop, std::size_t children_before) {
        auto row = std::ranges::lower_bound(rows, from);
        if (row == rows.end() || *row >= stop) return;
        const std::uint32_t output = direct(from, copy, children_before);
        for (; row != rows.end() && *row < stop; ++row)
            visit(static_cast<std::size_t>(row - rows.begin()), copy, output + (*row - from));
    };
    for (std::size_t i = 0; i < block.children.size(); ++i) {
        const RowBlock& child = blocks_[block.children[i]];
        visit_direct(child.first, i);
        const Instance& instance = copies_[copy].children[i];
        for (Copy k = instance.begin; k < instance.begin + instance.count; ++k) visit_copy(k, rows, visit);
        from = child.last + 1;
    }
    visit_direct(content_last(block) + 1, block.children.size());
}

} // namespace xlsx
