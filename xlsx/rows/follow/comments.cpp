// Notes and threaded comments: each stays with its row, in a repeated row with the first copy. A note whose
// row has gone goes. ECMA-376 part 1, 18.7.6 (comments); part 4, 19.4.2.6 (their shapes, in
// notes_shapes.cpp).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/container.h"

namespace xlsx {

// Comments lie in commentList; threaded ones at the root.
static Followed follow_list(const Following& following, Splices& edits) {
    return follow_children(following, edits, [&](const XmlElement& child, std::string_view xml) -> Children {
        const auto cell = cells::parse_address(attribute(child.tag, "ref").value_or(""));
        if (!cell) return std::vector{std::string(xml)};
        const std::uint32_t row = following.rows().at(cell->row);
        if (row == 0) return {};
        return std::vector{
            with_attributes(xml, {{"ref", cells::to_text(cells::Address{row, cell->column})}})};
    });
}

Followed follow_comments(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    if (following.element.name != "comments") return follow_list(following, edits);
    for (const XmlElement& child : children(following.text, following.element)) {
        if (child.name != "commentList") continue;
        return follow_list({following.text, child, following.movement, following.sheet}, edits);
    }
    return {};
}

} // namespace xlsx
