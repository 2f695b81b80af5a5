// Pivot tables: the cells that one takes its figures from, and the cells that it fills. What it holds in its
// cache is left alone and refreshed when the workbook is opened. ECMA-376 part 1, 18.10.1.95
// (worksheetSource), 18.10.1.49 (location).
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_pivot_source(const Following& following, Splices& edits) {
    XmlLexer lexer(following.text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens("worksheetSource")) continue;
        const auto range = cells::parse_range(attribute(token, "ref").value_or(""));
        const auto sheet = following.movement.find(unescape(attribute(token, "sheet").value_or("")));
        if (!range || !sheet || !following.movement.rows(*sheet).moves()) return {};
        const auto now = covered(following.movement.rows(*sheet), *range);
        if (!now || now->first.row == now->last.row) return std::unexpected("none of its rows is left");
        set_attribute(edits, following.text, token, "ref", cells::to_text(*now));
        if (!following.movement.shifts()
            || now->last.row - now->first.row != range->last.row - range->first.row)
            set_attribute(edits, following.text, following.element.tag, "refreshOnLoad", "1");
        return {};
    }
    return {};
}

Followed follow_pivot_table(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    for (const XmlElement& child : children(following.text, following.element)) {
        const auto range = cells::parse_range(attribute(child.tag, "ref").value_or(""));
        if (child.name != "location" || !range) continue;
        const auto now = covered(following.rows(), *range);
        if (!now || now->last.row - now->first.row != range->last.row - range->first.row)
            return std::unexpected("rows would come or go within " + cells::to_text(*range));
        set_attribute(edits, following.text, child.tag, "ref", cells::to_text(*now));
    }
    return {};
}

} // namespace xlsx
