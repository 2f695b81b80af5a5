#pragma once
// The texts of elements that hold nothing else: formulas (formula, formula1, c:f, xm:f), sqref, words in a
// chart.

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// The texts, unescaped, of the elements with a local name, or that name and a digit, in order.
std::vector<std::string> element_texts(std::string_view xml, std::string_view name);
/// The same XML with other texts in these elements. Requires: as many as element_texts gave.
std::string with_element_texts(std::string_view xml, std::string_view name,
                               const std::vector<std::string>& texts);

} // namespace xlsx
