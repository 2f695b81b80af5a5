// Tables: their cells, filter, sorting and the formulas of their columns. ECMA-376 part 1, 18.5.1.2 (table).
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_table(const Following& following, Splices& edits) {
    XmlLexer lexer(following.text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens()) continue;
        if (token.kind == XmlToken::Kind::open
            && (token.local() == "calculatedColumnFormula" || token.local() == "totalsRowFormula")) {
            const std::size_t start = token.end_offset();
            const XmlToken close = lexer.skip();
            const std::string text = unescape(following.text.substr(start, close.offset - start));
            // Relative to no row in particular: what the table's own formulas say is by column name.
            const auto now = following.movement.moved(Formula(text), {following.sheet, 0});
            if (!now) return std::unexpected(now.error());
            if (*now != text) edits.replace(start, close.offset - start, escape(*now));
        } else if (const auto range = cells::parse_range(attribute(token, "ref").value_or(""));
                   range && following.moves()) {
            const auto now = covered(following.rows(), *range);
            const bool head =
                token.local() == "table" && attribute(token, "headerRowCount").value_or("1") != "0";
            if (!now || (head && now->first.row == now->last.row))
                return std::unexpected("no row of " + cells::to_text(*range) + " is left");
            set_attribute(edits, following.text, token, "ref", cells::to_text(*now));
        }
    }
    return {};
}

} // namespace xlsx
