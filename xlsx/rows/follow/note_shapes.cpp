// The shapes of notes, which know their cell by themselves. Excel's VML is not well-formed, so it is edited
// by place. ECMA-376 part 4, 19.4.2.6 (Anchor), 19.4.2.56 (Row).
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/rows/follow/follow.h"

namespace xlsx {

// The stretch between "<x:Row>" and the next tag within a shape.
static std::string_view row_text(std::string_view shape) {
    const auto tag = shape.find("Row>");
    if (tag == std::string_view::npos) return {};
    const auto start = tag + std::string_view("Row>").size();
    return shape.substr(start, shape.find('<', start) - start);
}

static std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
        ++found;
    return found;
}

Followed follow_note_shapes(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    const VmlDrawing drawing = read_vml(following.text);
    if (count(following.text, "ObjectType=") != drawing.notes.size())
        return std::unexpected("they would stay where they are");
    for (const NoteShape& note : drawing.notes) {
        const std::uint32_t row = following.rows().at(note.at.row);
        if (row == 0) {
            edits.erase(note.offset, note.end - note.offset);
            continue;
        }
        if (row == note.at.row) continue;
        const auto offset_of = [&](std::string_view piece) {
            return static_cast<std::size_t>(piece.data() - following.text.data());
        };
        const std::string_view old = row_text(following.text.substr(note.offset, note.end - note.offset));
        if (!old.empty()) edits.replace(offset_of(old), old.size(), std::to_string(row - 1));
        if (auto anchor = parse_anchor(note.anchor)) {
            for (const std::size_t edge : {std::size_t{2}, std::size_t{6}})
                (*anchor)[edge] += row - note.at.row;
            edits.replace(offset_of(note.anchor), note.anchor.size(), to_text(*anchor));
        }
    }
    return {};
}

} // namespace xlsx
