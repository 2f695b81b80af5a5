#pragma once
// What a template's slots are filled with: a tree of named values and named, repeating blocks.
// The engine makes it, xlsx/fill pours it into a workbook; neither knows the other.
//
//   {{council.red}}                 council is the block, red the field: looked up in the nearest scope
//   a row with {{indicator.actual}} repeats for each scope of the block "indicator" of the enclosing scope
//   {{#outcome}} ... {{/outcome}}   rows between repeat for each scope of the block "outcome"
//
// xlsx/README.md has the rest of the language: conditions, sorting, aggregates, sheets that repeat.

#include "engine/cells/date.h"
#include "engine/cells/decimal.h"
#include "engine/cells/mark.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cells {

/// One value for a slot.
struct SlotValue {
    /// std::monostate: known, and nothing to show ("" in the cell).
    std::variant<std::monostate, std::string, Decimal, Date> value;
    /// An Excel number format for a number or date: "0.0%", "#,##0", "£#,##0.00". Empty keeps the cell's own.
    /// A percentage's Decimal is a fraction (0.947) here, as Excel stores it.
    std::string number_format;
    /// A status brings its colours; they become the cell's fill and font colour.
    std::optional<Colours> colours;
};

/// The values at one level, and the blocks that repeat below it.
struct SlotScope {
    std::map<std::string, SlotValue, std::less<>> fields;
    std::map<std::string, std::vector<SlotScope>, std::less<>> blocks;
};

/// The whole: the root's blocks of one scope are looked up as prefixes ("council.name", "report.period").
struct Slots {
    SlotScope root;
};

} // namespace cells
