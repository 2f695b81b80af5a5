// Tables: their cells, filter, sorting and the formulas of their columns. ECMA-376 part 1, 18.5.1.2 (table).
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

#include <optional>

namespace xlsx {

// The rows of a table, before and after. A filter ends with the data, which may end where rows come.
class TableRows {
public:
    TableRows(const Following& following, const XmlToken& table)
        : following_(following), range_(cells::parse_range(attribute(table, "ref").value_or(""))),
          heads_(number_attribute(table, "headerRowCount").value_or(1)),
          totals_(number_attribute(table, "totalsRowCount").value_or(0)) {}

    /// Why the table cannot follow, if it cannot.
    Followed check() const {
        if (!range_) return {};
        const RowMap& rows = following_.rows();
        const auto now = covered(rows, *range_);
        if (!now) return std::unexpected("no row of " + cells::to_text(*range_) + " is left");
        if (heads_ != 0 && following_.movement.shifts() && rows.at(range_->first.row) == 0)
            return std::unexpected("the head of the table in " + cells::to_text(*range_) + " would go");
        const cells::Range data{{range_->first.row + heads_, range_->first.column},
                                {range_->last.row - totals_, range_->last.column}};
        const bool any = following_.movement.shifts() ? covered(rows, data).has_value()
                                                      : heads_ == 0 || now->first.row < now->last.row;
        if (!any) return std::unexpected("no row of " + cells::to_text(data) + " is left");
        return {};
    }
    /// A whole table may go with its rows, unless a template needs it.
    bool goes() const {
        return range_ && following_.movement.shifts() && !covered(following_.rows(), *range_);
    }
    bool totals_go() const {
        return range_ && totals_ != 0 && following_.movement.shifts()
               && following_.rows().at(range_->last.row) == 0;
    }
    /// One of the table's ranges after the move.
    std::optional<cells::Range> followed(cells::Range range) const {
        auto now = covered(following_.rows(), range);
        const bool ends_with_data =
            range_ && totals_ != 0 && range.last.row + totals_ == range_->last.row && !totals_go();
        if (now && ends_with_data && following_.movement.shifts())
            now->last.row = following_.rows().at(range_->last.row) - totals_;
        return now;
    }

private:
    const Following& following_;
    std::optional<cells::Range> range_;
    std::uint32_t heads_;
    std::uint32_t totals_;
};

Followed follow_table(const Following& following, Splices& edits) {
    const TableRows table(following, following.element.tag);
    if (following.moves()) {
        if (table.goes()) return {};
        if (auto done = table.check(); !done) return done;
        if (table.totals_go())
            set_attribute(edits, following.text, following.element.tag, "totalsRowCount", "0");
    }
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
            const auto now = table.followed(*range);
            if (!now) return std::unexpected("no row of " + cells::to_text(*range) + " is left");
            set_attribute(edits, following.text, token, "ref", cells::to_text(*now));
        }
    }
    return {};
}

} // namespace xlsx
