#include "xlsx/package/small_part.h"

#include "xlsx/package/text_encoding.h"
#include "xlsx/package/xml_lexer.h"

namespace xlsx {

std::expected<pugi::xml_document, cells::Error> small_part(Package& package, std::string_view part) {
    const auto text = package.text(part);
    if (!text) return std::unexpected(text.error());
    pugi::xml_document tree;
    const auto parsed =
        tree.load_buffer(text->data(), text->size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return std::unexpected(
            cells::Error{cells::Error::Kind::damaged, package.name() + ": " + quotable(part),
                         "This part is not well-formed XML (byte " + std::to_string(parsed.offset) + ")",
                         "Open the workbook in Excel, let it repair the file, and save it again"});
    return tree;
}

std::string_view local_name(const pugi::xml_node& element) {
    return without_prefix(element.name());
}

std::string_view value_by_local_name(const pugi::xml_node& element, std::string_view name) {
    for (const pugi::xml_attribute& attribute : element.attributes())
        if (without_prefix(attribute.name()) == name) return attribute.value();
    return {};
}

} // namespace xlsx
