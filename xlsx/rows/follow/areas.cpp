// Lists that hold for a set of cells and say nothing else of them: protected ranges, ignored errors, watched
// cells. ECMA-376 part 1, 18.3.1.69 (protectedRanges), 18.3.1.51 (ignoredErrors), 18.3.1.10 (cellWatches).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/container.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_areas(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    return follow_children(following, edits, [&](const XmlElement& child, std::string_view xml) -> Children {
        const std::string_view name = child.name == "cellWatch" ? "r" : "sqref";
        const auto cells = attribute(child.tag, name);
        if (!cells) return std::vector{std::string(xml)};
        const std::string now = followed_sqref(following.rows(), *cells);
        if (now.empty()) return {};
        return std::vector{with_attributes(xml, {{name, now}})};
    });
}

} // namespace xlsx
