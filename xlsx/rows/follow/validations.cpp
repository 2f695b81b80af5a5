// Data validations: their cells and formulas. ECMA-376 part 1, 18.3.1.33 (dataValidations).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/container.h"
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/relative_area.h"

namespace xlsx {

Followed follow_validations(const Following& following, Splices& edits) {
    return follow_children(following, edits, [&](const XmlElement& child, std::string_view xml) -> Children {
        const auto sqref = attribute(child.tag, "sqref");
        if (!sqref) return std::vector{std::string(xml)};
        auto areas = followed({std::string(*sqref), element_texts(xml, "formula")}, following.movement,
                              following.sheet);
        if (!areas) return std::unexpected(std::move(areas.error()));
        std::vector<std::string> now;
        for (const RelativeArea& area : *areas)
            now.push_back(
                with_attributes(with_element_texts(xml, "formula", area.formulas), {{"sqref", area.sqref}}));
        return now;
    });
}

} // namespace xlsx
