// Where a sheet's windows are: frozen rows, the first row below them, the selection. ECMA-376 part 1,
// 18.3.1.66 (pane), 18.3.1.78 (selection), 18.3.1.87 (sheetView), 18.3.1.25 (customSheetView).
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

// A cell that is looked at: where it went, or the next that is there.
static std::string looked_at(const RowMap& rows, cells::Address cell) {
    return cells::to_text(cells::Address{rows.before(cell.row, 0) + 1, cell.column});
}

static void follow_tag(const Following& following, const XmlToken& tag, Splices& edits) {
    for (const std::string_view name : {"topLeftCell", "activeCell"}) {
        const auto cell = cells::parse_address(attribute(tag, name).value_or(""));
        if (cell) set_attribute(edits, following.text, tag, name, looked_at(following.rows(), *cell));
    }
    if (const auto sqref = attribute(tag, "sqref")) {
        // One cell is as good a selection as many; activeCellId would count into the old list.
        const auto ranges = read_sqref(*sqref);
        const auto active = cells::parse_address(attribute(tag, "activeCell").value_or(""));
        if (ranges.empty() && !active) return;
        set_attribute(edits, following.text, tag, "sqref",
                      looked_at(following.rows(), active ? *active : ranges[0].first));
        drop_attribute(edits, following.text, tag, "activeCellId");
    }
    const auto frozen = attribute(tag, "state").value_or("");
    const auto split = number_attribute(tag, "ySplit");
    if (tag.local() == "pane" && split && *split != 0 && (frozen == "frozen" || frozen == "frozenSplit"))
        set_attribute(edits, following.text, tag, "ySplit",
                      std::to_string(following.rows().through(*split, 0)));
}

Followed follow_views(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    const XmlElement& top = following.element;
    XmlLexer lexer(following.text.substr(top.offset(), top.end - top.offset()));
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens()) continue;
        token.offset += top.offset();
        follow_tag(following, token, edits);
    }
    return {};
}

// Views that somebody saved, with breaks and a filter of their own.
Followed follow_custom_views(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    for (const XmlElement& view : children(following.text, following.element)) {
        follow_tag(following, view.tag, edits);
        for (const XmlElement& part : children(following.text, view)) {
            const Following inner{following.text, part, following.movement, following.sheet};
            const auto done = part.name == "rowBreaks"    ? follow_breaks(inner, edits)
                              : part.name == "autoFilter" ? follow_filter(inner, edits)
                                                          : Followed{};
            if (!done) return done;
            if (part.name == "pane" || part.name == "selection") follow_tag(following, part.tag, edits);
        }
    }
    return {};
}

} // namespace xlsx
