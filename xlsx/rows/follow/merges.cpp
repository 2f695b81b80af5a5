// Merged cells: those within repeated rows come once for each copy, those around them grow. ECMA-376 part 1,
// 18.3.1.55 (mergeCells).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/container.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_merges(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    return follow_children(following, edits, [&](const XmlElement& child, std::string_view xml) -> Children {
        std::vector<std::string> now;
        const auto range = cells::parse_range(attribute(child.tag, "ref").value_or(""));
        if (!range) return std::vector{std::string(xml)};
        for (const cells::Range& copy : copied(following.rows(), *range))
            if (copy.first != copy.last) now.push_back(with_attributes(xml, {{"ref", cells::to_text(copy)}}));
        return now;
    });
}

} // namespace xlsx
