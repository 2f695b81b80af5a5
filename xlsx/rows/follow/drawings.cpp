// Drawings: where pictures, charts and shapes stand, and the cells whose text shapes show. As in Excel, what
// is set to move and size with cells does both, and what is set to move only keeps its height.
// ECMA-376 part 1, 20.5.2.33 (twoCellAnchor), 20.5.2.24 (oneCellAnchor).
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/follow.h"

#include <optional>

namespace xlsx {

// The row element of a from or to: rows count from 0 here.
struct MarkerRow {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::uint32_t row = 0;
};

static std::optional<MarkerRow> marker_row(std::string_view text, const XmlElement& marker) {
    for (const XmlElement& child : children(text, marker)) {
        const auto row = number_of(child.inner(text));
        if (child.name == "row" && row) return MarkerRow{child.content(), child.inner(text).size(), *row};
    }
    return std::nullopt;
}

static void follow_anchor(const Following& following, const XmlElement& anchor, Splices& edits) {
    const std::string_view behaviour = attribute(anchor.tag, "editAs").value_or("twoCell");
    if (behaviour == "absolute") return;
    std::optional<MarkerRow> from, to;
    for (const XmlElement& child : children(following.text, anchor)) {
        if (child.name == "from") from = marker_row(following.text, child);
        if (child.name == "to") to = marker_row(following.text, child);
    }
    if (!from) return;
    const std::uint32_t top = following.rows().before(from->row + 1, 0);
    edits.replace(from->offset, from->length, std::to_string(top));
    if (!to) return;
    const std::uint32_t bottom =
        behaviour == "oneCell" ? top + (to->row - from->row) : following.rows().before(to->row + 1, 0);
    edits.replace(to->offset, to->length, std::to_string(bottom));
}

// All anchors below an element; newer drawings come with an older alternative beside them.
static void follow_anchors(const Following& following, const XmlElement& parent, Splices& edits) {
    for (const XmlElement& child : children(following.text, parent)) {
        const std::string_view name = child.tag.local();
        if (name == "twoCellAnchor" || name == "oneCellAnchor")
            follow_anchor(following, child, edits);
        else if (name == "AlternateContent" || name == "Choice" || name == "Fallback")
            follow_anchors(following, child, edits);
    }
}

Followed follow_drawing(const Following& following, Splices& edits) {
    if (following.moves()) follow_anchors(following, following.element, edits);
    XmlLexer lexer(following.text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        const auto link = token.opens() ? attribute(token, "textlink") : std::nullopt;
        if (!link || link->empty()) continue;
        const std::string text = unescape(*link);
        const auto now = following.movement.moved(Formula(text), {following.sheet, 0});
        if (!now) return std::unexpected(now.error());
        if (*now != text) set_attribute(edits, following.text, token, "textlink", *now);
    }
    return {};
}

} // namespace xlsx
