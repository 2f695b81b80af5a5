#include "xlsx/fill/cell_links.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/edit/xml_outline.h"

#include <algorithm>
#include <array>
#include <map>

namespace xlsx {

static constexpr std::size_t longest_target = 2'079; // characters that Excel follows

bool is_link_target(std::string_view target) {
    static constexpr std::array<std::string_view, 4> kinds = {"https://", "http://", "mailto:", "#"};
    return target.size() <= longest_target && target.find_first_of(" \t\r\n") == std::string_view::npos
           && std::ranges::any_of(kinds, [&](std::string_view kind) {
                  return target.starts_with(kind) && target.size() > kind.size();
              });
}

std::expected<void, cells::Error> add_links(PartEdits& edits, const std::string& sheet,
                                            const std::vector<CellLink>& links) {
    if (links.empty()) return {};
    auto text = edits.text(sheet);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto part = outline(*text);
    if (!part) return {};
    const std::string element = part->prefix() + "hyperlink";
    std::map<std::string, std::string> ids; // of relationships, by target
    std::string xml;
    for (const CellLink& link : links) {
        xml += "<" + element + " ref=\"" + cells::to_text(link.at) + "\"";
        if (link.target.starts_with('#')) {
            xml += " location=\"" + escape(link.target.substr(1)) + "\"/>";
            continue;
        }
        std::string& id = ids[link.target];
        if (id.empty()) {
            auto related = edits.package().relate(sheet, "hyperlink", link.target, true);
            if (!related) return std::unexpected(std::move(related.error()));
            id = std::move(*related);
        }
        xml += " " + relationship_attribute(*part, id) + "/>";
    }
    const XmlElement* list = part->find("hyperlinks");
    if (list)
        append_inside(edits.of(sheet), *list, *text, xml);
    else
        edits.of(sheet).insert(part->place("hyperlinks", worksheet_order),
                               "<" + element + "s>" + xml + "</" + element + "s>");
    return {};
}

} // namespace xlsx
