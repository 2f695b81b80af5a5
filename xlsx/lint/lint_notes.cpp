// Invariants N1 to N7: notes, their boxes, and the numbers of the boxes.
#include "xlsx/edit/comments_part.h"
#include "xlsx/edit/related.h"
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/lint/lint_context.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Address;

static constexpr std::uint32_t block_size = 1024;

void lint_notes(LintContext& context, const std::string& sheet_part, std::string_view sheet_text) {
    const auto part = related_part(context.package, sheet_part, "comments");
    if (!part || part->empty()) return;
    const auto comments = CommentsPart::read(context.package, *part);
    if (!comments) {
        context.fault("N1", *part, comments.error().what);
        return;
    }
    std::set<Address> cells;
    for (const Comment& comment : comments->comments()) {
        if (!comment.at || !cells.insert(comment.at).second)
            context.fault("N5", *part, "Two notes stand on one cell, or one on none: " + to_text(comment.at));
        if (comment.author >= comments->authors())
            context.fault("N5", *part, "The note of " + to_text(comment.at) + " has no author");
    }

    const auto sheet = outline(sheet_text);
    const XmlElement* legacy = sheet ? sheet->find("legacyDrawing") : nullptr;
    const auto drawing_part =
        legacy ? part_of_id(context.package, sheet_part, attribute_local(legacy->tag, "id").value_or(""))
               : "";
    if (!drawing_part || drawing_part->empty()) {
        if (!cells.empty())
            context.fault("N1", sheet_part, "The sheet has notes and no drawing to show them");
        return;
    }
    const auto text = context.text(*drawing_part);
    if (!text) return;
    const VmlDrawing drawing = read_vml(*text);
    std::set<Address> boxes;
    for (const NoteShape& shape : drawing.notes) {
        if (!boxes.insert(shape.at).second)
            context.fault("N5", *drawing_part, "Two boxes show the note of " + to_text(shape.at));
        if (!cells.contains(shape.at))
            context.fault("N5", *drawing_part,
                          "A box shows the note of " + to_text(shape.at) + ", which has none");
        if (!shape.anchor.empty() && !parse_anchor(shape.anchor))
            context.fault("N7", *drawing_part,
                          "The box of " + to_text(shape.at) + " stands outside the sheet");
    }
    for (const Address at : cells)
        if (!boxes.contains(at))
            context.fault("N5", *part, "The note of " + to_text(at) + " has no box to show it");
}

void lint_shape_blocks(LintContext& context) {
    std::map<std::uint32_t, std::string> users;
    for (const std::string& part : context.package.parts()) {
        if (!folded(part).ends_with(".vml")) continue;
        const auto text = context.text(part);
        if (!text) continue;
        const VmlDrawing drawing = read_vml(*text);
        std::set<std::uint32_t> used(drawing.blocks.begin(), drawing.blocks.end());
        for (const std::uint32_t id : drawing.ids)
            if (!drawing.blocks.empty() && !used.contains(id / block_size))
                context.fault("N2", part,
                              "Shape " + std::to_string(id) + " is outside the drawing's own numbers");
        for (const std::uint32_t block : used) {
            const auto [user, first] = users.emplace(block, part);
            if (!first)
                context.fault("N2", part,
                              "Block " + std::to_string(block) + " of shape numbers is that of "
                                  + user->second + " as well");
        }
        std::set<std::uint32_t> shapes;
        for (const std::uint32_t id : drawing.shape_ids)
            if (!shapes.insert(id).second)
                context.fault("N2", part, "Two shapes have the number " + std::to_string(id));
    }
}

} // namespace xlsx
