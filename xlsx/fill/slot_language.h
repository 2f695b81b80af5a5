#pragma once
// What may stand between {{ and }}. Only how it is written; what its names mean is found out by
// slot_binder.h.
//
//   indicator.actual                                       a field
//   count indicators where status = Red and actual < 90    an aggregate: count, sum, average, min, max
//   sum outcome.indicator.actual                           of a block's field
//   #indicator where status != Green sort by name          opens a block, all of it or some, in an order
//   ^indicator where status = Red                          opens what is shown where there is none
//   #if report.quarter = 4, ^if report.quarter = 4         opens what is shown where that is so, or is not
//   /indicator, /if                                        closes it
//   link indicator.source as indicator.name                a field's words that lead to another's address
//   link sheet as outcome.name                             to the sheet that repeats for the same scope

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// "actual < 90", "status = Red", "service = \"Health and safety\""
struct Comparison {
    enum class Operator : std::uint8_t { equal, unequal, less, at_most, more, at_least };
    std::string name; ///< of a field, with or without its block
    Operator compare = Operator::equal;
    std::string literal;
};

struct SortKey {
    std::string name;
    bool descending = false;
};

enum class Aggregate : std::uint8_t { none, count, sum, average, min, max };

struct SlotExpression {
    std::string name;  ///< "indicator.actual"; a block's; empty for an "if"
    char marker = 0;   ///< '#', '^' or '/'
    bool when = false; ///< an "if", with one of the markers
    std::string link;  ///< the field with the address that the cell leads to; "sheet"; empty for none
    Aggregate aggregate = Aggregate::none;
    std::vector<Comparison> conditions; ///< all must hold
    std::vector<SortKey> sort;

    /// Whether it is a field and nothing more.
    bool plain() const { return marker == 0 && aggregate == Aggregate::none; }
    /// As a message calls it: "{{#outcome}}", "{{count indicators}}".
    std::string title() const;
};

/// The error is a sentence without its end: "a slot without a name".
std::expected<SlotExpression, std::string> read_slot(std::string_view inside);

} // namespace xlsx
