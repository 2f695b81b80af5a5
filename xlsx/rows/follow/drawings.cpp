// Drawings: where pictures, charts and shapes stand, and the cells whose text shapes show. As in Excel, what
// is set to move and size with cells does both, and what is set to move only keeps its height.
// ECMA-376 part 1, 20.5.2.33 (twoCellAnchor), 20.5.2.24 (oneCellAnchor).
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/follow.h"

#include <algorithm>
#include <optional>

namespace xlsx {

// The row element of a from or to, with the offset into that row: rows count from 0 here.
struct MarkerRow {
    const Following* following = nullptr;
    XmlElement row;
    std::optional<XmlElement> inset;
    std::uint32_t at = 0;

    void move(std::uint32_t to, Splices& edits) const {
        replace(row, std::to_string(to), edits);
        // In a row that has gone there is nothing to be inset by.
        if (inset && following->movement.shifts() && at < cells::last_row
            && following->rows().at(at + 1) == 0)
            replace(*inset, "0", edits);
    }

private:
    void replace(const XmlElement& element, std::string text, Splices& edits) const {
        edits.replace(element.content(), element.inner(following->text).size(), std::move(text));
    }
};

static std::optional<MarkerRow> marker_row(const Following& following, const XmlElement& marker) {
    std::optional<MarkerRow> found;
    for (const XmlElement& child : children(following.text, marker)) {
        const auto row = child.name == "row" ? number_of(child.inner(following.text)) : std::nullopt;
        if (row) found = MarkerRow{&following, child, std::nullopt, *row};
        if (found && child.name == "rowOff" && !child.single()) found->inset = child;
    }
    return found;
}

static void follow_anchor(const Following& following, const XmlElement& anchor, Splices& edits) {
    const std::string_view behaviour = attribute(anchor.tag, "editAs").value_or("twoCell");
    if (behaviour == "absolute") return;
    std::optional<MarkerRow> from, to;
    for (const XmlElement& child : children(following.text, anchor)) {
        if (child.name == "from") from = marker_row(following, child);
        if (child.name == "to") to = marker_row(following, child);
    }
    if (!from) return;
    const std::uint32_t top = following.rows().before(from->at + 1, 0);
    from->move(top, edits);
    if (!to) return;
    if (behaviour == "oneCell")
        to->move(std::min(top + (to->at - from->at), cells::last_row - 1), edits);
    else
        to->move(following.rows().before(to->at + 1, 0), edits);
}

// Shapes that show a cell's text.
static Followed follow_links(const Following& following, const XmlElement& anchor, Splices& edits) {
    const std::string_view text = following.text.substr(0, anchor.end);
    XmlLexer lexer(text.substr(anchor.offset()));
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        const auto link = token.opens() ? attribute(token, "textlink") : std::nullopt;
        if (!link || link->empty()) continue;
        const std::string before = unescape(*link);
        const auto now = following.movement.moved(Formula(before), {following.sheet, 0});
        if (!now) return std::unexpected(now.error());
        if (*now != before) set_attribute(edits, text, token, "textlink", *now);
    }
    return {};
}

// All anchors below an element; newer drawings come with an older alternative beside them. Those of a
// template that hold a slot come with each copy of their rows, which is the filler's work.
static Followed follow_anchors(const Following& following, const XmlElement& parent, Splices& edits) {
    for (const XmlElement& child : children(following.text, parent)) {
        const std::string_view name = child.tag.local();
        if (name == "AlternateContent" || name == "Choice" || name == "Fallback") {
            if (auto done = follow_anchors(following, child, edits); !done) return done;
        } else if (name.ends_with("Anchor")) {
            const bool filled = !following.movement.shifts() && child.inner(following.text).contains("{{");
            if (filled) continue;
            if (following.moves() && name != "absoluteAnchor") follow_anchor(following, child, edits);
            if (auto done = follow_links(following, child, edits); !done) return done;
        }
    }
    return {};
}

Followed follow_drawing(const Following& following, Splices& edits) {
    return follow_anchors(following, following.element, edits);
}

} // namespace xlsx
