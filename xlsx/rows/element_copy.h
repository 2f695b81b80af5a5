#pragma once
// A copy of an element's text with some of its attributes changed, for elements that appear once for each
// copy of a row; and reading those that are lengths.

#include "xlsx/package/xml_lexer.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace xlsx {

/// `element` begins with its tag. Values are given as they are to be written, escaped.
std::string with_attributes(std::string_view element,
                            std::initializer_list<std::pair<std::string_view, std::string_view>> changes);
/// The element without attributes of these names.
std::string without_attributes(std::string_view element, std::initializer_list<std::string_view> names);

/// An attribute in points, above zero; `otherwise` for anything else.
double points_attribute(const XmlToken& tag, std::string_view name, double otherwise);

} // namespace xlsx
