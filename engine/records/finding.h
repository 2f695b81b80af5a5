#pragma once
// A fault in somebody's workbook: data, not an error of ours. Made by a rule (engine/rules/rule.h).

#include "engine/records/place.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

enum class Severity : std::uint8_t {
    error, ///< must be put right
    query, ///< may be right: explain it or put it right
    note   ///< for information
};
std::string_view to_text(Severity severity); ///< "error", "query", "note"

struct Finding {
    std::string rule; ///< "V012"
    Severity severity = Severity::error;
    /// The row's figures are not taken into the plan or a report until this is put right.
    bool withholds = false;
    Place place;
    std::string ref;    ///< of the indicator or action; empty for a file's
    std::string title;  ///< the rule's: "Numerator is more than the denominator"
    std::string detail; ///< this case: "120 of 90"; may be empty
    std::string fix;    ///< what to do next
    Place related;      ///< the other cell, where two disagree; file empty if none
};

/// "housing.xlsx: Indicators!H14: error V012: Numerator is more than the denominator (120 of 90). Check ..."
std::string to_text(const Finding& finding);

} // namespace engine
