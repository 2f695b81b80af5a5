#include "xlsx/rows/element_copy.h"

#include "xlsx/edit/xml_outline.h"

#include <charconv>

namespace xlsx {

std::string with_attributes(std::string_view element,
                            std::initializer_list<std::pair<std::string_view, std::string_view>> changes) {
    const XmlToken tag = XmlLexer(element).next();
    Splices edits;
    for (const auto& [name, value] : changes) set_attribute(edits, element, tag, name, value);
    return edits.apply(element);
}

std::string without_attributes(std::string_view element, std::initializer_list<std::string_view> names) {
    const XmlToken tag = XmlLexer(element).next();
    Splices edits;
    for (const std::string_view name : names) drop_attribute(edits, element, tag, name);
    return edits.apply(element);
}

double points_attribute(const XmlToken& tag, std::string_view name, double otherwise) {
    const std::string_view text = attribute(tag, name).value_or("");
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && value > 0 ? value : otherwise;
}

} // namespace xlsx
