#pragma once
// Schoolbook arithmetic on strings of digits: slow, plain, and written without a look at Decimal, so that
// Decimal can be checked against it. Numbers are "-12.345" with any number of digits.

#include <string>
#include <string_view>

namespace long_arithmetic {

std::string add(std::string_view a, std::string_view b);
std::string multiply(std::string_view a, std::string_view b);
/// -1, 0 or 1.
int compare(std::string_view a, std::string_view b);
/// Half away from zero.
std::string round(std::string_view a, int places);
/// a / b, rounded half away from zero. Requires: b is not zero.
std::string divide(std::string_view a, std::string_view b, int places);

} // namespace long_arithmetic
