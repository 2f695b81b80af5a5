#pragma once
// The functions that are calculated here. A function is in the list when its results are Excel's and
// LibreOffice's alike in all that it takes; what it does not take it leaves uncalculated.

#include "xlsx/calc/evaluator.h"

#include <span>
#include <string_view>

namespace xlsx {

struct Function {
    std::string_view name;             ///< in capitals
    std::size_t least = 0, most = 255; ///< arguments
    Result (*calculate)(Evaluator& evaluator, const std::vector<Expression>& arguments) = nullptr;
};

std::span<const Function> aggregate_functions();
std::span<const Function> logical_functions();
std::span<const Function> number_functions();
std::span<const Function> text_functions();
std::span<const Function> conditional_functions();
std::span<const Function> lookup_functions();

/// By name; nullptr for any other.
const Function* find_function(std::string_view name);

} // namespace xlsx
