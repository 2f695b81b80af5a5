#pragma once
// Slots bound to the blocks of a plan, and their values. Bound once from the template and the slots' names;
// evaluated for each copy of the rows, which gives a scope to each block around it.

#include "engine/cells/slots.h"
#include "xlsx/fill/slot_language.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

/// The scope that a block of the plan has at some place; nullptr where it has none.
using ScopeAt = std::function<const cells::SlotScope*(std::size_t block)>;

/// Where a field is looked up.
struct BoundField {
    const cells::SlotScope* fixed = nullptr; ///< in a scope that is the same wherever the slot stands; else
    bool own = false;                        ///< in the scope that is being chosen; else
    std::size_t block = 0;                   ///< in that of a block
    std::string field;
};

struct BoundComparison {
    BoundField field;
    Comparison::Operator compare = Comparison::Operator::equal;
    std::string literal;
};

/// Which scopes of a block count, and in which order.
struct Selection {
    std::vector<BoundComparison> conditions;
    std::vector<SortKey> sort; ///< names are fields of the block
};

/// An aggregate over the scopes at the end of a path of blocks.
struct BoundAggregate {
    Aggregate aggregate = Aggregate::none;
    const cells::SlotScope* fixed = nullptr; ///< the path begins in a scope that is the same everywhere; else
    std::size_t block = 0;                   ///< in that of a block
    std::vector<std::string> path;
    std::string field; ///< empty: the scopes themselves are counted
    std::vector<BoundComparison> conditions;
};

struct Binding {
    BoundField field;
    std::optional<BoundAggregate> aggregate; ///< instead of the field
    std::optional<BoundField> link;          ///< the address that its words lead to
    bool to_sheet = false;                   ///< its words lead to the sheet that repeats for its scope
    std::string slot;                        ///< as a message calls it: "{{indicator.actual}}"
};

/// Nothing where the scope has no such field.
std::optional<cells::SlotValue> value_of(const Binding& binding, const ScopeAt& scope_at);

/// The words of a field; empty where it has none.
std::string words_of(const BoundField& field, const ScopeAt& scope_at);

/// Whether all conditions hold; `own` is the scope being chosen.
bool holds(const std::vector<BoundComparison>& conditions, const cells::SlotScope* own,
           const ScopeAt& scope_at);

/// A block's scopes that are selected, in their order.
std::vector<const cells::SlotScope*> selected(const std::vector<cells::SlotScope>& scopes,
                                              const Selection& selection, const ScopeAt& scope_at);

} // namespace xlsx
