#include "xlsx/edit/notes.h"

#include "xlsx/edit/cell_value.h"
#include "xlsx/edit/comments_part.h"
#include "xlsx/edit/element_order.h"
#include "xlsx/edit/related.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <set>

namespace xlsx {

using cells::Address;
using cells::Error;

std::string note_heading(std::string_view author) {
    return "Checked by " + std::string(author) + ":";
}

static std::string legacy_drawing_id(const XmlOutline& sheet) {
    const XmlElement* drawing = sheet.find("legacyDrawing");
    return drawing ? std::string(attribute_local(drawing->tag, "id").value_or("")) : std::string();
}

// The cells of a sheet whose comments are threads.
static std::expected<std::set<Address>, Error> threaded_cells(Package& package, std::string_view sheet_part) {
    std::set<Address> cells;
    auto parts = related_parts(package, sheet_part, "threadedComment");
    if (!parts) return std::unexpected(std::move(parts.error()));
    for (const std::string& part : *parts) {
        auto text = package.text(part);
        if (!text) return std::unexpected(std::move(text.error()));
        XmlLexer lexer(*text);
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next())
            if (token.opens("threadedComment"))
                if (const auto at = cells::parse_address(attribute(token, "ref").value_or("")))
                    cells.insert(*at);
    }
    return cells;
}

// The sheet's comments, with ours; the part and its relationship are made where there are none.
static std::expected<void, Error> write_comments(PartEdits& edits, std::string_view sheet_part, bool strict,
                                                 const std::string& part, const CommentsPart& comments,
                                                 const std::vector<Note>& notes, std::string_view author) {
    if (!part.empty()) {
        comments.add(edits.of(part), notes, author);
        return {};
    }
    Package& package = edits.package();
    const std::string added =
        free_part_name(package, folder_of(package.workbook_part()) + "comments", ".xml");
    package.add(added, new_comments(notes, author, strict));
    auto declared =
        package.declare(added, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
    if (!declared) return declared;
    auto id = package.relate(sheet_part, "comments", relative_target(sheet_part, added));
    if (!id) return std::unexpected(std::move(id.error()));
    return {};
}

// A new drawing for a sheet that has none.
static std::expected<void, Error> add_drawing(PartEdits& edits, ShapeBlocks& blocks,
                                              std::string_view sheet_part, const XmlOutline& sheet,
                                              const std::vector<NewBox>& boxes) {
    Package& package = edits.package();
    const std::string part =
        free_part_name(package, folder_of(package.workbook_part()) + "drawings/vmlDrawing", ".vml");
    package.add(part, new_vml(boxes, blocks.claim(part, {}, boxes.size())));
    auto declared = package.declare(part, "application/vnd.openxmlformats-officedocument.vmlDrawing", true);
    if (!declared) return declared;
    auto id = package.relate(sheet_part, "vmlDrawing", relative_target(sheet_part, part));
    if (!id) return std::unexpected(std::move(id.error()));
    edits.of(sheet_part)
        .insert(sheet.place("legacyDrawing", worksheet_order),
                "<" + sheet.prefix() + "legacyDrawing " + relationship_attribute(sheet, *id) + "/>");
    return {};
}

std::expected<std::vector<Note>, Error> write_notes(PartEdits& edits, ShapeBlocks& blocks,
                                                    std::string_view sheet_part, const XmlOutline& sheet,
                                                    const SheetGrid& grid, const std::vector<Note>& notes,
                                                    std::string_view author) {
    Package& package = edits.package();
    auto part = related_part(package, sheet_part, "comments");
    if (!part) return std::unexpected(std::move(part.error()));
    auto threaded = threaded_cells(package, sheet_part);
    if (!threaded) return std::unexpected(std::move(threaded.error()));
    CommentsPart comments;
    if (!part->empty()) {
        auto read = CommentsPart::read(package, *part);
        if (!read) return std::unexpected(std::move(read.error()));
        comments = std::move(*read);
    }
    std::vector<Note> written;
    for (const Note& note : notes) {
        const Comment* theirs = comments.find(note.at);
        if (threaded->contains(note.at) || (theirs && theirs->threaded)) continue;
        const std::size_t taken = note_heading(author).size() + 2 + (theirs ? theirs->text.size() : 0);
        if (taken < longest_text) written.push_back({note.at, clipped(note.text, longest_text - taken)});
    }
    if (written.empty()) return written;
    auto done = write_comments(edits, sheet_part, is_strict(sheet), *part, comments, written, author);
    if (!done) return std::unexpected(std::move(done.error()));

    auto drawing_part = part_of_id(package, sheet_part, legacy_drawing_id(sheet));
    if (!drawing_part) return std::unexpected(std::move(drawing_part.error()));
    VmlDrawing drawing;
    if (!drawing_part->empty()) {
        auto text = edits.text(*drawing_part);
        if (!text) return std::unexpected(std::move(text.error()));
        drawing = read_vml(*text);
    }
    std::vector<NewBox> boxes;
    for (const Note& note : written) {
        const std::string shown = note_heading(author) + "\n" + note.text;
        const NoteShape* shape = drawing.find(note.at);
        if (!shape) {
            boxes.push_back({note.at, note_anchor(grid, note.at, shown)});
        } else if (const auto anchor = parse_anchor(shape->anchor)) {
            edits.of(*drawing_part)
                .replace(static_cast<std::size_t>(shape->anchor.data() - drawing.text.data()),
                         shape->anchor.size(), to_text(with_room_for(grid, *anchor, shown)));
        }
    }
    if (drawing_part->empty()) {
        done = add_drawing(edits, blocks, sheet_part, sheet, boxes);
        if (!done) return std::unexpected(std::move(done.error()));
    } else if (!boxes.empty()) {
        add_boxes(edits.of(*drawing_part), drawing, boxes,
                  blocks.claim(*drawing_part, drawing, boxes.size()));
    }
    return written;
}

std::expected<bool, Error> remove_notes(PartEdits& edits, std::string_view sheet_part,
                                        const XmlOutline& sheet, const std::vector<Note>& remembered,
                                        std::string_view author) {
    Package& package = edits.package();
    auto part = related_part(package, sheet_part, "comments");
    if (!part) return std::unexpected(std::move(part.error()));
    if (part->empty()) return false;
    auto comments = CommentsPart::read(package, *part);
    if (!comments) return std::unexpected(std::move(comments.error()));

    Splices comment_edits;
    const auto removed = comments->remove(comment_edits, remembered, note_heading(author));
    if (!removed.any) return false;
    if (removed.whole.size() < comments->count()) {
        edits.of(*part) = std::move(comment_edits);
    } else if (auto done = edits.drop(sheet_part, *part); !done) {
        return std::unexpected(std::move(done.error()));
    }

    auto drawing_part = part_of_id(package, sheet_part, legacy_drawing_id(sheet));
    if (!drawing_part) return std::unexpected(std::move(drawing_part.error()));
    if (drawing_part->empty()) return true;
    auto text = edits.text(*drawing_part);
    if (!text) return std::unexpected(std::move(text.error()));
    const VmlDrawing drawing = read_vml(*text);
    std::vector<const NoteShape*> gone;
    for (const NoteShape& shape : drawing.notes)
        if (std::ranges::find(removed.whole, shape.at) != removed.whole.end()) gone.push_back(&shape);
    if (gone.size() < drawing.shapes) {
        for (const NoteShape* shape : gone)
            edits.of(*drawing_part).erase(shape->offset, shape->end - shape->offset);
        return true;
    }
    const XmlElement* element = sheet.find("legacyDrawing");
    edits.of(sheet_part).erase(element->offset(), element->end - element->offset());
    if (auto done = edits.drop(sheet_part, *drawing_part); !done)
        return std::unexpected(std::move(done.error()));
    return true;
}

} // namespace xlsx
