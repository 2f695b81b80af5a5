// What-if scenarios and consolidations: the cells that they change, and those that they take together.
// ECMA-376 part 1, 18.3.1.76 (scenarios), 18.3.1.29 (dataConsolidate).
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_scenarios(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    if (!following.movement.shifts()) return refuse(following, edits);
    const XmlElement& top = following.element;
    if (const auto sqref = attribute(top.tag, "sqref"))
        set_attribute(edits, following.text, top.tag, "sqref", followed_sqref(following.rows(), *sqref));
    for (const XmlElement& scenario : children(following.text, top)) {
        for (const XmlElement& input : children(following.text, scenario)) {
            const auto cell = cells::parse_address(attribute(input.tag, "r").value_or(""));
            if (!cell) continue;
            const std::uint32_t row = following.rows().at(cell->row);
            if (row == 0)
                return std::unexpected("their changing cell " + cells::to_text(*cell) + " would go");
            set_attribute(edits, following.text, input.tag, "r",
                          cells::to_text(cells::Address{row, cell->column}));
        }
    }
    return {};
}

Followed follow_consolidation(const Following& following, Splices& edits) {
    const XmlElement& top = following.element;
    for (const XmlElement& list : children(following.text, top)) {
        for (const XmlElement& source : children(following.text, list)) {
            const auto range = cells::parse_range(attribute(source.tag, "ref").value_or(""));
            const bool elsewhere = attribute_local(source.tag, "id").has_value(); // in another workbook
            const auto sheet = following.movement.find(unescape(attribute(source.tag, "sheet").value_or("")));
            if (!range || !sheet || elsewhere || !following.movement.rows(*sheet).moves()) continue;
            const auto now = covered(following.movement.rows(*sheet), *range);
            if (!now) return std::unexpected("no row of " + cells::to_text(*range) + " is left");
            set_attribute(edits, following.text, source.tag, "ref", cells::to_text(*now));
        }
    }
    return {};
}

} // namespace xlsx
