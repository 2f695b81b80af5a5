// The shapes of notes, which know their cell by themselves, and of form controls. Excel's VML is not
// well-formed, so it is edited by place. ECMA-376 part 4, 19.4.2.6 (Anchor), 19.4.2.56 (Row), 19.4.2.37
// (MoveWithCells).
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/rows/follow/corners.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace xlsx {

// The stretch between "<x:Row>" and the next tag within a shape.
static std::string_view row_text(std::string_view shape) {
    const auto tag = shape.find("Row>");
    if (tag == std::string_view::npos) return {};
    const auto start = tag + std::string_view("Row>").size();
    return shape.substr(start, shape.find('<', start) - start);
}

// The text of a ClientData's element; empty for none.
static std::string_view client_text(std::string_view data, std::string_view name) {
    const auto tag = data.find(std::string(name) + ">");
    if (tag == std::string_view::npos) return {};
    const auto start = tag + name.size() + 1;
    return data.substr(start, data.find('<', start) - start);
}

// Whether it has an element that says no: Excel writes MoveWithCells for what does not move.
static bool denies(std::string_view data, std::string_view name) {
    return data.find(name) != std::string_view::npos && client_text(data, name) != "False";
}

// Whatever is no note: where it stands, and the cells that it shows and changes.
static Followed follow_control(const Following& following, std::string_view data, Splices& edits) {
    const auto put = [&](std::string_view old, std::string now) {
        if (now != old)
            edits.replace(static_cast<std::size_t>(old.data() - following.text.data()), old.size(),
                          std::move(now));
    };
    const std::string_view place = client_text(data, "Anchor");
    if (auto anchor = parse_anchor(place)) {
        const Behaviour behaviour = denies(data, "MoveWithCells")   ? Behaviour::stay
                                    : denies(data, "SizeWithCells") ? Behaviour::move
                                                                    : Behaviour::move_and_size;
        auto& [left, left_inset, top, top_inset, right, right_inset, bottom, bottom_inset] = *anchor;
        std::tie(top, bottom) = followed_edges(following.rows(), top, std::max(top, bottom), behaviour);
        put(place, to_text(*anchor));
    }
    static constexpr std::array<std::string_view, 4> names = {"FmlaLink", "FmlaRange", "FmlaTxbx",
                                                              "FmlaGroup"};
    for (const std::string_view name : names) {
        const std::string_view cells = client_text(data, name);
        if (cells.empty()) continue;
        const std::string before = unescape(cells);
        const auto now = following.movement.moved(Formula(before), {following.sheet, 0});
        if (!now) return std::unexpected(now.error());
        if (*now != before) put(cells, escape(*now));
    }
    return {};
}

static Followed follow_control_shapes(const Following& following, Splices& edits) {
    static constexpr std::string_view type = "ObjectType=";
    const std::string_view text = following.text;
    for (auto at = text.find(type); at != std::string_view::npos; at = text.find(type, at + type.size())) {
        const std::string_view data = text.substr(at, text.find("ClientData>", at) - at);
        if (data.substr(type.size() + 1).starts_with("Note")) continue;
        if (!following.movement.shifts()) return std::unexpected("they would stay where they are");
        if (auto done = follow_control(following, data, edits); !done) return done;
    }
    return {};
}

Followed follow_note_shapes(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    const VmlDrawing drawing = read_vml(following.text);
    if (auto done = follow_control_shapes(following, edits); !done) return done;
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
