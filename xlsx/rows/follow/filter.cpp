// The filter of a sheet and the sorting it remembers. ECMA-376 part 1, 18.3.1.2 (autoFilter), 18.3.1.92
// (sortState).
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_filter(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    const XmlElement& top = following.element;
    XmlLexer lexer(following.text.substr(top.offset(), top.end - top.offset()));
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens()) continue;
        const auto range = cells::parse_range(attribute(token, "ref").value_or(""));
        if (!range) continue;
        const auto now = covered(following.rows(), *range);
        if (!now) return std::unexpected("no row of " + cells::to_text(*range) + " is left");
        token.offset += top.offset();
        set_attribute(edits, following.text, token, "ref", cells::to_text(*now));
    }
    return {};
}

} // namespace xlsx
