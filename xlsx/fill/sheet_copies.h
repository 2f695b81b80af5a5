#pragma once
// Which sheets of a template repeat, and what a reference to one of them means: that copy which shows the
// scope in which the formula stands; alone in SUM and its like all copies; else the first.

#include "engine/cells/slots.h"
#include "xlsx/rows/formula.h"

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// A sheet of the template whose name holds a slot.
struct SheetGroup {
    std::string name;                            ///< as the template has it: "{{outcome.name}}"
    std::vector<std::string> copies;             ///< the names that they have instead
    std::vector<const cells::SlotScope*> scopes; ///< that each of them shows
};

using SheetGroups = std::vector<SheetGroup>;

/// Whether a formula stands in the scope.
using StandsIn = std::function<bool(const cells::SlotScope* scope)>;

/// "'Q1: homes'!" -- what a reference has before its cell.
std::string sheet_prefix(std::string_view sheet);

/// The formula with its references to such sheets pointed at copies. The error is why it cannot be.
std::expected<std::string, std::string> pointed_at_copies(const Formula& formula, const SheetGroups& groups,
                                                          const StandsIn& stands_in);

/// The same for all formulas in a piece of XML and for links within the workbook; one that cannot be becomes
/// #REF!.
std::string with_copies(std::string_view xml, const SheetGroups& groups, const StandsIn& stands_in);

} // namespace xlsx
