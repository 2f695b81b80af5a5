// Drawings: where pictures, charts and shapes stand, and the cells whose text shapes show. As in Excel, what
// is set to move and size with cells does both, and what is set to move only keeps its height.
// ECMA-376 part 1, 20.5.2.33 (twoCellAnchor), 20.5.2.24 (oneCellAnchor).
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/corners.h"

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

std::pair<std::uint32_t, std::uint32_t> followed_edges(const RowMap& rows, std::uint32_t top,
                                                       std::uint32_t bottom, Behaviour behaviour) {
    if (behaviour == Behaviour::stay) return {top, bottom};
    const std::uint32_t now = rows.before(top + 1, 0);
    return {now, behaviour == Behaviour::move ? std::min(now + (bottom - top), cells::last_row - 1)
                                              : rows.before(bottom + 1, 0)};
}

void follow_corners(const Following& following, const XmlElement& anchor, Behaviour behaviour,
                    Splices& edits) {
    if (behaviour == Behaviour::stay) return;
    std::optional<MarkerRow> from, to;
    for (const XmlElement& child : children(following.text, anchor)) {
        if (child.name == "from") from = marker_row(following, child);
        if (child.name == "to") to = marker_row(following, child);
    }
    if (!from) return;
    const auto [top, bottom] =
        followed_edges(following.rows(), from->at, to ? std::max(from->at, to->at) : from->at, behaviour);
    from->move(top, edits);
    if (to) to->move(bottom, edits);
}

static Behaviour behaviour_of(const XmlElement& anchor) {
    const std::string_view behaviour = attribute(anchor.tag, "editAs").value_or("twoCell");
    if (behaviour == "absolute") return Behaviour::stay;
    return behaviour == "oneCell" ? Behaviour::move : Behaviour::move_and_size;
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
            if (following.moves() && name != "absoluteAnchor")
                follow_corners(following, child, behaviour_of(child), edits);
            if (auto done = follow_links(following, child, edits); !done) return done;
        }
    }
    return {};
}

Followed follow_drawing(const Following& following, Splices& edits) {
    return follow_anchors(following, following.element, edits);
}

} // namespace xlsx
