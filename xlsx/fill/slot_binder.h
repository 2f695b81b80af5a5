#pragma once
// Finds out what the names in a slot mean, given the blocks that are open where it stands: which scope a
// field is looked up in, which block repeats, what an aggregate runs over. Does not look at values.

#include "xlsx/fill/binding.h"
#include "xlsx/fill/level.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace xlsx {

/// What a block of rows repeats for; the rows are in the RowBlock of the same index.
struct Block {
    enum class Kind : std::uint8_t {
        each,   ///< once for each scope
        unless, ///< {{^name}}: once where there is nothing, else not at all
        when,   ///< {{#if}}: once where the conditions hold
        when_not
    };
    std::string name;
    Kind kind = Kind::each;
    /// The block whose scope holds this one's scopes, unless that is the same wherever the block stands.
    std::size_t owner = 0;
    const cells::SlotScope* fixed = nullptr;
    Level level; ///< inside it
    Selection selection;
    /// Rows that something in one copy of this block refers to: of each such stretch something must be left.
    std::set<std::pair<std::uint32_t, std::uint32_t>> needed;

    bool repeats() const { return kind == Kind::each; }
    /// "{{#outcome}}"
    std::string marker() const;
    /// "{{/outcome}}"
    std::string close_marker() const;
};

/// What a slot is, and what to do about it.
struct SlotFault {
    std::string what;
    std::string next;
};

/// The scope that a sheet shows, and those around it.
struct SheetScope {
    struct Around {
        std::string name; ///< of the block; empty for the root
        const cells::SlotScope* scope = nullptr;
    };
    std::vector<Around> scopes; ///< the root first

    const cells::SlotScope& innermost() const { return *scopes.back().scope; }
};

class SlotBinder {
public:
    /// Block 0 is the sheet, and always open. All must outlive this.
    SlotBinder(const SheetScope& sheet, const std::vector<Block>& blocks,
               const std::vector<std::size_t>& open)
        : sheet_(sheet), blocks_(blocks), open_(open) {}

    std::expected<Binding, SlotFault> bind(const SlotExpression& slot) const;
    /// The block that a marker opens; its conditions and sort keys bound.
    std::expected<Block, SlotFault> opened(const SlotExpression& marker) const;

    /// The innermost open block of a name that repeats, or the sheet's own.
    std::optional<std::size_t> open_named(std::string_view name) const;
    struct Owner {
        std::size_t block = 0;
        const cells::SlotScope* fixed = nullptr;
        Level level; ///< that has the block
    };
    /// The innermost scope around that has a block of the name.
    std::optional<Owner> owner_of(std::string_view name) const;
    /// The block to be opened first on the way to a block of the name: itself, or the one that it lies
    /// within, where there is but one way. Empty for none.
    std::string first_on_the_way_to(std::string_view name) const;
    /// Whether the name is a mere prefix: of a scope around the sheet, or of a block of the root that has
    /// exactly one.
    bool is_prefix(std::string_view name) const { return prefix_of(name) != nullptr; }

private:
    const cells::SlotScope* prefix_of(std::string_view name) const;
    bool inside_unknown() const;
    std::vector<Owner> owners() const;
    SlotFault unknown(std::string_view slot) const;
    SlotFault unknown_block(std::string_view name, bool deeper) const;
    std::expected<BoundField, SlotFault> field(std::string_view name) const;
    std::expected<BoundField, SlotFault> own_field(std::string_view name, const std::string& block,
                                                   const Level& level) const;
    using Conditions = std::expected<std::vector<BoundComparison>, SlotFault>;
    Conditions conditions(const SlotExpression& slot, const std::string& block, const Level& level) const;
    std::expected<BoundAggregate, SlotFault> aggregate(const SlotExpression& slot) const;

    const SheetScope& sheet_;
    const std::vector<Block>& blocks_;
    const std::vector<std::size_t>& open_;
};

} // namespace xlsx
