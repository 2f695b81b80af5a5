// Links at cells, and where they lead within the workbook. ECMA-376 part 1, 18.3.1.47 (hyperlink).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/container.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_hyperlinks(const Following& following, Splices& edits) {
    return follow_children(following, edits, [&](const XmlElement& child, std::string_view xml) -> Children {
        std::string link(xml);
        if (const auto location = attribute(child.tag, "location")) {
            // A link to rows that have gone is left: it is no figure, and Excel says so when it is followed.
            const std::string place = unescape(*location);
            const auto now = following.movement.moved(Formula(place), {following.sheet, 0});
            if (now && *now != place && now->find("#REF!") == std::string::npos)
                link = with_attributes(link, {{"location", *now}});
        }
        const auto range = cells::parse_range(attribute(child.tag, "ref").value_or(""));
        if (!range || !following.moves()) return std::vector{std::move(link)};
        std::vector<std::string> copies;
        for (const cells::Range& copy : copied(following.rows(), *range))
            copies.push_back(with_attributes(link, {{"ref", cells::to_text(copy)}}));
        return copies;
    });
}

} // namespace xlsx
