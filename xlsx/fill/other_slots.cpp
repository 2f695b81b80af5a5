#include "xlsx/fill/other_slots.h"

#include "xlsx/edit/related.h"
#include "xlsx/fill/drawing_slots.h"
#include "xlsx/fill/header_slots.h"
#include "xlsx/fill/paragraph_slots.h"
#include "xlsx/fill/place_blocks.h"

namespace xlsx {

using cells::Error;
using OtherDone = std::expected<void, Error>;

static std::unexpected<Error> other_fault(const OtherSlots& other, PartEdits& edits, std::string_view where,
                                          SlotFault fault) {
    return std::unexpected(Error{Error::Kind::bad_template,
                                 edits.package().name() + ": " + other.sheet.name + ", " + std::string(where),
                                 std::move(fault.what), std::move(fault.next)});
}

static SlotFiller filler_of(const OtherSlots& other, std::string where, FilledSlots& note) {
    return {other.scope,
            other.plan,
            0,
            scopes_around(other.movement.rows(other.index), other.scopes, 0),
            {.sheet = other.movement.name(other.index), .where = std::move(where), .slot = {}, .value = {}},
            note};
}

// A slot that nobody fills would be published as it stands.
static OtherDone no_slot_left(const OtherSlots& other, PartEdits& edits) {
    for (const XmlElement& element : other.outline->children) {
        if (element.offset() >= other.rows_begin && element.end <= other.rows_end) continue;
        if (element.name == "headerFooter") continue;
        const std::string_view text = other.outline->text;
        if (SlotFiller::any_slot(text.substr(element.offset(), element.end - element.offset())))
            return other_fault(other, edits, element.name,
                               {"A slot stands in a link, a validation or a format, where it is not filled",
                                "Put the slot into a cell, and refer to that"});
    }
    return {};
}

static OtherDone fill_charts(const OtherSlots& other, const std::string& drawing, FilledSlots& note,
                             PartEdits& edits) {
    auto charts = related_parts(edits.package(), drawing, "chart");
    if (!charts) return std::unexpected(std::move(charts.error()));
    for (const std::string& chart : *charts) {
        auto xml = edits.text(chart);
        if (!xml) return std::unexpected(std::move(xml.error()));
        const auto done = fill_paragraphs(*xml, filler_of(other, "a chart", note), edits.of(chart));
        if (!done) return other_fault(other, edits, "a chart", done.error());
    }
    return {};
}

OtherDone fill_other_slots(const OtherSlots& other, FilledSlots& note, PartEdits& edits) {
    if (other.sheet.part.empty()) return {};
    if (other.outline) {
        if (auto done = no_slot_left(other, edits); !done) return done;
        if (const XmlElement* headers = other.outline->find("headerFooter")) {
            const auto done =
                fill_headers(other.outline->text, *headers, filler_of(other, "the header or footer", note),
                             edits.of(other.sheet.part));
            if (!done) return other_fault(other, edits, "the header or footer", done.error());
        }
    }
    auto drawings = related_parts(edits.package(), other.sheet.part, "drawing");
    if (!drawings) return std::unexpected(std::move(drawings.error()));
    for (const std::string& drawing : *drawings) {
        auto xml = edits.text(drawing);
        if (!xml) return std::unexpected(std::move(xml.error()));
        const auto done =
            fill_drawing({*xml, other.index, other.scope, other.plan, other.scopes, other.movement}, note,
                         edits.of(drawing));
        if (!done) return other_fault(other, edits, "a shape", done.error());
        if (auto charts = fill_charts(other, drawing, note, edits); !charts) return charts;
    }
    return {};
}

} // namespace xlsx
