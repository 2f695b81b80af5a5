#include "xlsx/fill/place_blocks.h"

#include <algorithm>

namespace xlsx {

namespace {

using Copy = RowMap::Copy;
using cells::SlotScope;

class Placer {
public:
    Placer(const SheetPlan& plan, const SlotScope& sheet) : plan_(plan) {
        placed_.scopes.push_back(&sheet);
        copies_.push_back({});
    }

    PlacedBlocks place() {
        placed_.rows =
            RowMap(plan_.rows, [this](std::size_t block, Copy parent) { return count(block, parent); });
        return std::move(placed_);
    }

private:
    struct PlacedCopy {
        std::size_t block = 0;
        Copy parent = 0;
        bool leads = true; ///< the first of its block within its parent
    };
    /// By block: the scope of the copy that one stands in; nullptr outside the block, and where it is blank.
    using Chain = std::vector<const SlotScope*>;

    std::uint32_t count(std::size_t block, Copy parent);
    std::vector<const SlotScope*> scopes_of(std::size_t index, const Chain& chain) const;
    Chain chain_of(Copy copy) const;
    bool needs_blank(std::size_t block, Copy parent) const;
    bool on_first_path(std::size_t block, Copy parent, Copy from, std::uint32_t first,
                       std::uint32_t last) const;
    bool any_row(std::size_t index, std::uint32_t first, std::uint32_t last, Chain& chain) const;
    std::vector<std::size_t> children_in(std::size_t block, std::uint32_t first, std::uint32_t last) const;

    const SheetPlan& plan_;
    PlacedBlocks placed_;
    std::vector<PlacedCopy> copies_;
};

// The scopes that a block shows within one copy of its parent. A block that does not repeat shows its
// parent's, or none.
std::vector<const SlotScope*> Placer::scopes_of(std::size_t index, const Chain& chain) const {
    const Block& block = plan_.blocks[index];
    const SlotScope* around = chain[plan_.rows[index].parent];
    const SlotScope* owner = block.fixed ? block.fixed : chain[block.owner];
    if (!around || !owner) return {};
    const auto scope_at = [&](std::size_t one) { return chain[one]; };
    std::vector<const SlotScope*> scopes;
    if (block.kind == Block::Kind::each || block.kind == Block::Kind::unless) {
        const auto found = owner->blocks.find(block.name);
        if (found != owner->blocks.end()) scopes = selected(found->second, block.selection, scope_at);
        if (block.kind == Block::Kind::each) return scopes;
    }
    const bool shows =
        block.kind == Block::Kind::unless
            ? scopes.empty()
            : holds(block.selection.conditions, nullptr, scope_at) == (block.kind == Block::Kind::when);
    return shows ? std::vector{around} : std::vector<const SlotScope*>();
}

Placer::Chain Placer::chain_of(Copy copy) const {
    Chain chain(plan_.blocks.size());
    for (;; copy = copies_[copy].parent) {
        chain[copies_[copy].block] = placed_.scopes[copy];
        if (copy == 0) return chain;
    }
}

std::uint32_t Placer::count(std::size_t block, Copy parent) {
    std::vector<const SlotScope*> scopes = scopes_of(block, chain_of(parent));
    if (scopes.empty() && needs_blank(block, parent)) scopes.push_back(nullptr);
    for (const SlotScope* scope : scopes) {
        copies_.push_back({block, parent, scope == scopes.front()});
        placed_.scopes.push_back(scope);
    }
    return static_cast<std::uint32_t>(scopes.size());
}

std::vector<std::size_t> Placer::children_in(std::size_t block, std::uint32_t first,
                                             std::uint32_t last) const {
    std::vector<std::size_t> inside;
    for (const std::size_t child : plan_.rows[block].children)
        if (plan_.rows[child].first <= last && plan_.rows[child].last >= first) inside.push_back(child);
    return inside;
}

// Whether anything is left of rows in one copy of a block.
bool Placer::any_row(std::size_t index, std::uint32_t first, std::uint32_t last, Chain& chain) const {
    const RowBlock& block = plan_.rows[index];
    std::uint32_t next = std::max(first, block.first + (block.marked ? 1 : 0)); // in no child so far
    last = std::min(last, block.last - (block.marked ? 1 : 0));
    const auto inside = children_in(index, next, last);
    for (const std::size_t child : inside) {
        if (plan_.rows[child].first > next) return true;
        next = plan_.rows[child].last + 1;
    }
    if (next <= last) return true;
    return std::ranges::any_of(inside, [&](std::size_t child) {
        const auto scopes = scopes_of(child, chain);
        const bool any = std::ranges::any_of(scopes, [&](const SlotScope* scope) {
            chain[child] = scope;
            return any_row(child, first, last, chain);
        });
        chain[child] = nullptr;
        return any;
    });
}

// Whether the block is where the first of the rows would be, seen from a copy around it.
bool Placer::on_first_path(std::size_t block, Copy parent, Copy from, std::uint32_t first,
                           std::uint32_t last) const {
    for (;; parent = copies_[parent].parent) {
        const auto inside = children_in(copies_[parent].block, first, last);
        if (inside.empty() || inside.front() != block) return false;
        if (parent == from) return true;
        if (!copies_[parent].leads) return false;
        block = copies_[parent].block;
    }
}

// Whether something around an empty block refers to rows of which nothing else is left.
bool Placer::needs_blank(std::size_t block, Copy parent) const {
    for (Copy from = parent;; from = copies_[from].parent) {
        for (const auto& [first, last] : plan_.blocks[copies_[from].block].needed) {
            Chain chain = chain_of(from);
            if (on_first_path(block, parent, from, first, last)
                && !any_row(copies_[from].block, first, last, chain))
                return true;
        }
        if (from == 0) return false;
    }
}

} // namespace

ScopeAt scopes_around(const RowMap& rows, const std::vector<const SlotScope*>& scopes, Copy copy) {
    return [&rows, &scopes, copy](std::size_t block) {
        Copy around = copy;
        while (rows.block_of(around) != block && around != 0) around = rows.parent_of(around);
        return scopes[around];
    };
}

PlacedBlocks place_blocks(const SheetPlan& plan, const SlotScope& sheet) {
    return Placer(plan, sheet).place();
}

} // namespace xlsx
