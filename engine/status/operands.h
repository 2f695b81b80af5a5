#pragma once
// Figures and dates as operands of a reason: what the cell shows, and where it is.

#include "engine/records/plan.h"
#include "engine/status/reason.h"
#include "engine/status/status_rules.h"

#include <string>

namespace engine {

/// "94.7%" for a percentage, else the bare number.
std::string in_words(const cells::Decimal& value, const Indicator& indicator);

Operand operand(std::string name, const Figure& figure, const Indicator& indicator, Place place);
Operand operand(std::string name, const DateField& date, std::string_view file, std::string_view sheet);
/// One that stands in no cell: a date of the calendar, a setting.
Operand operand(std::string name, std::string value);

/// A reason that has only its rule and words yet.
Reason reason(const StatusRule& rule, std::string words);

} // namespace engine
