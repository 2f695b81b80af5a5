// Invariants N1, N3, N5 and N7: notes and their boxes, controls and their shapes; N2: the numbers of shapes.
#include "xlsx/lint/linted_notes.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Address;

static constexpr std::uint32_t numbers_in_block = 1024;

static void lint_boxes(LintContext& context, const std::string& drawing_part, const VmlDrawing& drawing,
                       const std::string& comments_part, const std::set<Address>& cells) {
    std::set<Address> boxes;
    for (const NoteShape& shape : drawing.notes) {
        if (!boxes.insert(shape.at).second)
            context.fault("N5", drawing_part, "Two boxes show the note of " + to_text(shape.at));
        if (!cells.contains(shape.at))
            context.fault("N5", drawing_part,
                          "A box shows the note of " + to_text(shape.at) + ", which has none");
        if (!shape.anchor.empty() && !parse_anchor(shape.anchor))
            context.fault("N7", drawing_part,
                          "The box of " + to_text(shape.at) + " stands outside the sheet");
    }
    for (const Address at : cells)
        if (!boxes.contains(at))
            context.fault("N5", comments_part, "The note of " + to_text(at) + " has no box to show it");
}

// The number of the shape of each control and embedded object.
static std::vector<std::uint32_t> shapes_wanted(const XmlOutline& sheet) {
    std::vector<std::uint32_t> wanted;
    for (const XmlElement& list : sheet.children) {
        if (list.name != "controls" && list.name != "oleObjects") continue;
        XmlLexer lexer(sheet.text.substr(list.offset(), list.end - list.offset()));
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next())
            if (token.opens())
                if (const auto id = number_attribute(token, "shapeId")) wanted.push_back(*id);
    }
    return wanted;
}

void lint_notes(LintContext& context, const std::string& sheet_part, const XmlOutline& sheet) {
    const std::string part = related_part(context.package, sheet_part, "comments").value_or(std::string());
    LintedNotes notes;
    if (!part.empty()) {
        auto read = lint_comments(context, part);
        if (!read) return;
        notes = std::move(*read);
    }
    lint_threads(context, sheet_part, part, notes);
    const std::set<Address>& cells = notes.cells;
    const auto wanted = shapes_wanted(sheet);
    const XmlElement* legacy = sheet.find("legacyDrawing");
    const std::string drawing_part =
        legacy ? part_of_id(context.package, sheet_part, attribute_local(legacy->tag, "id").value_or(""))
                     .value_or(std::string())
               : "";
    if (drawing_part.empty()) {
        if (!cells.empty())
            context.fault("N1", sheet_part, "The sheet has notes and no drawing to show them");
        if (!wanted.empty())
            context.fault("N3", sheet_part, "The sheet has controls and no drawing for them");
        return;
    }
    const VmlDrawing* found = context.drawing(drawing_part);
    if (!found) return;
    const VmlDrawing& drawing = *found;
    for (const std::uint32_t id : wanted)
        if (!std::ranges::binary_search(drawing.ids, id))
            context.fault("N3", drawing_part, "Shape " + std::to_string(id) + " of a control is not there");
    if (part.empty() && !drawing.notes.empty())
        context.fault("N1", sheet_part, "The drawing has boxes for notes and the sheet has no notes");
    else
        lint_boxes(context, drawing_part, drawing, part, cells);
}

void lint_shape_blocks(LintContext& context) {
    if (!context.scope.takes_any(".vml")) return;
    std::map<std::uint32_t, std::string> users;
    for (const std::string& part : context.parts) {
        if (!folded(part).ends_with(".vml")) continue;
        const VmlDrawing* found = context.drawing(part);
        if (!found) continue;
        const VmlDrawing& drawing = *found;
        std::set<std::uint32_t> used(drawing.blocks.begin(), drawing.blocks.end());
        for (const std::uint32_t id : drawing.ids)
            if (!drawing.blocks.empty() && !used.contains(id / numbers_in_block))
                context.fault("N2", part,
                              "Shape " + std::to_string(id) + " is outside the drawing's own numbers");
        // Pictures of headers are numbered by themselves, and Excel gives them blocks that notes have.
        const bool own_numbers = drawing.text.find("ClientData") == std::string_view::npos;
        for (const std::uint32_t block : used) {
            if (own_numbers) break;
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
