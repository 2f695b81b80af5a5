#include "xlsx/fill/drawing_slots.h"

#include "xlsx/edit/xml_outline.h"
#include "xlsx/fill/paragraph_slots.h"
#include "xlsx/fill/place_blocks.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

namespace {

using Copy = RowMap::Copy;

class DrawingFiller {
public:
    DrawingFiller(const DrawingSlots& drawing, FilledSlots& note, Splices& edits)
        : in_(drawing), map_(drawing.movement.rows(drawing.index)), note_(note), edits_(edits) {}

    std::expected<void, SlotFault> fill();

private:
    using Done = std::expected<void, SlotFault>;
    // A copy's text; empty where a condition leaves it out.
    using Filled = std::expected<std::string, SlotFault>;

    Done anchors(const XmlElement& parent);
    Done anchor(std::string_view xml, std::size_t offset);
    Filled filled(const XmlOutline& anchor, std::uint32_t row, Copy copy, bool again);
    void place(const XmlOutline& anchor, std::uint32_t row, Copy copy, Splices& edits) const;
    Done properties(const XmlOutline& anchor, const SlotFiller& filler, bool again, bool& shown,
                    Splices& edits);
    Done links(const XmlOutline& anchor, Copy copy, Splices& edits) const;

    const DrawingSlots& in_;
    const RowMap& map_;
    FilledSlots& note_;
    Splices& edits_;
    std::uint32_t last_id_ = 0;
};

// The row of a from or to element, which count from 0 there; 0 for none.
std::uint32_t anchored_row(const XmlOutline& anchor, std::string_view marker) {
    const XmlElement* element = anchor.find(marker);
    if (!element) return 0;
    for (const XmlElement& child : children(anchor.text, *element))
        if (child.name == "row") return number_of(child.inner(anchor.text)).value_or(0) + 1;
    return 0;
}

void set_row(const XmlOutline& anchor, std::string_view marker, std::uint32_t row, Splices& edits) {
    for (const XmlElement& child : children(anchor.text, *anchor.find(marker)))
        if (child.name == "row")
            edits.replace(child.content(), child.inner(anchor.text).size(), std::to_string(row));
}

DrawingFiller::Done DrawingFiller::fill() {
    const auto drawing = outline(in_.text);
    if (!drawing || !SlotFiller::any_slot(in_.text)) return {};
    XmlLexer lexer(in_.text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next())
        if (token.opens("cNvPr"))
            last_id_ = std::max(last_id_, number_of(attribute(token, "id").value_or("")).value_or(0));
    return anchors(drawing->root);
}

// All anchors below an element; newer drawings come with an older alternative beside them.
DrawingFiller::Done DrawingFiller::anchors(const XmlElement& parent) {
    for (const XmlElement& child : children(in_.text, parent)) {
        const std::string_view xml = in_.text.substr(child.offset(), child.end - child.offset());
        if (!SlotFiller::any_slot(xml)) continue;
        const bool group = !child.tag.local().ends_with("Anchor");
        if (auto done = group ? anchors(child) : anchor(xml, child.offset()); !done) return done;
    }
    return {};
}

DrawingFiller::Done DrawingFiller::anchor(std::string_view xml, std::size_t offset) {
    const auto anchor = outline(xml);
    if (!anchor) return {};
    const bool fixed = attribute(anchor->root.tag, "editAs").value_or("") == "absolute";
    const std::uint32_t row = fixed ? 0 : anchored_row(*anchor, "from");
    const auto copies = row != 0 ? map_.copies_around(row, row) : std::vector<Copy>{0};
    std::string all;
    for (const Copy copy : copies) {
        if (!in_.scopes[copy]) continue; // left blank
        auto one = filled(*anchor, row, copy, !all.empty());
        if (!one) return std::unexpected(std::move(one.error()));
        if (!all.empty() && anchor->find("graphicFrame"))
            return std::unexpected(SlotFault{"A chart with a slot stands in rows that repeat",
                                             "Let it stand on a sheet that repeats, or take the slot away"});
        all += *one;
    }
    edits_.replace(offset, xml.size(), std::move(all));
    return {};
}

DrawingFiller::Filled DrawingFiller::filled(const XmlOutline& anchor, std::uint32_t row, Copy copy,
                                            bool again) {
    Splices edits;
    FilledSlots lines;
    const SlotFiller filler(
        in_.scope, in_.plan, map_.block_of(copy), scopes_around(map_, in_.scopes, copy),
        {.sheet = in_.movement.name(in_.index), .where = "a shape", .slot = {}, .value = {}}, lines);
    bool shown = true;
    if (auto done = properties(anchor, filler, again, shown, edits); !done)
        return std::unexpected(std::move(done.error()));
    if (!shown) return std::string();
    if (auto done = fill_paragraphs(anchor.text, filler, edits); !done)
        return std::unexpected(std::move(done.error()));
    if (auto done = links(anchor, copy, edits); !done) return std::unexpected(std::move(done.error()));
    place(anchor, row, copy, edits);
    for (FilledSlot& line : lines) note_.push_back(std::move(line));
    return edits.apply(anchor.text);
}

// Beside its own copy of the row. What ends in the same rows grows with them; else it keeps its height.
void DrawingFiller::place(const XmlOutline& anchor, std::uint32_t row, Copy copy, Splices& edits) const {
    if (row == 0) return;
    const std::uint32_t top = map_.before(row, copy);
    set_row(anchor, "from", top, edits);
    const std::uint32_t last = anchored_row(anchor, "to");
    if (last == 0) return;
    const bool together = attribute(anchor.root.tag, "editAs").value_or("twoCell") == "twoCell"
                          && map_.blocks()[map_.block_of(copy)].holds(last);
    set_row(anchor, "to", together ? map_.before(last, copy) : top + (last - row), edits);
}

// Names and alternative texts, with the conditions in them.
DrawingFiller::Done DrawingFiller::properties(const XmlOutline& anchor, const SlotFiller& filler, bool again,
                                              bool& shown, Splices& edits) {
    XmlLexer lexer(anchor.text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens("cNvPr")) continue;
        std::string id(attribute(token, "id").value_or("0"));
        if (again) {
            id = std::to_string(++last_id_);
            set_attribute(edits, anchor.text, token, "id", id);
        }
        for (const std::string_view name : {"name", "descr", "title"}) {
            const auto value = attribute(token, name);
            if (!value || !SlotFiller::any_slot(*value)) continue;
            auto now = filler.fill_if(unescape(*value));
            if (!now) return std::unexpected(std::move(now.error()));
            shown = shown && now->has_value();
            if (!shown) return {};
            if (name == "name" && (*now)->empty()) *now = "Picture " + id;
            set_attribute(edits, anchor.text, token, name, **now);
        }
    }
    return {};
}

// Shapes that show a cell's text.
DrawingFiller::Done DrawingFiller::links(const XmlOutline& anchor, Copy copy, Splices& edits) const {
    XmlLexer lexer(anchor.text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        const auto link = token.opens() ? attribute(token, "textlink") : std::nullopt;
        if (!link || link->empty()) continue;
        const auto now = in_.movement.moved(Formula(unescape(*link)), {in_.index, copy});
        if (!now)
            return std::unexpected(SlotFault{"A shape cannot follow the rows that repeat: " + now.error(),
                                             "Let it show a cell that is in the output"});
        set_attribute(edits, anchor.text, token, "textlink", *now);
    }
    return {};
}

} // namespace

std::expected<void, SlotFault> fill_drawing(const DrawingSlots& drawing, FilledSlots& note, Splices& edits) {
    return DrawingFiller(drawing, note, edits).fill();
}

} // namespace xlsx
