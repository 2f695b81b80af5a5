// Conditional formats: their cells and their formulas. Rules that look at all their cells at once (scales,
// bars, top ten, duplicates) keep them together; rules with a formula may come apart (relative_area.h).
// ECMA-376 part 1, 18.3.1.18 (conditionalFormatting), 18.3.1.10 (cfRule).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"
#include "xlsx/rows/follow/relative_area.h"

#include <algorithm>
#include <array>

namespace xlsx {

bool looks_at_all_cells(const XmlToken& rule) {
    static constexpr std::array<std::string_view, 7> types = {
        "colorScale", "dataBar", "iconSet", "top10", "aboveAverage", "duplicateValues", "uniqueValues"};
    return std::ranges::find(types, attribute(rule, "type").value_or("")) != types.end();
}

// Scales and bars may take their ends from cells.
static std::expected<std::string, std::string> with_moved_ends(std::string_view rule,
                                                               const Following& following) {
    Splices edits;
    XmlLexer lexer(rule);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens("cfvo")) continue;
        const std::string value = unescape(attribute(token, "val").value_or(""));
        const auto now = following.movement.moved(Formula(value), {following.sheet, 0});
        if (!now) return std::unexpected(now.error());
        if (*now != value) set_attribute(edits, rule, token, "val", *now);
    }
    return edits.apply(rule);
}

std::string whole_sqref(const Following& following, std::string_view sqref) {
    if (!following.moves()) return std::string(sqref);
    return following.movement.shifts() ? formatted_sqref(following.rows(), sqref)
                                       : followed_sqref(following.rows(), sqref);
}

Followed follow_conditional_formats(const Following& following, Splices& edits) {
    const XmlElement& element = following.element;
    const auto sqref = attribute(element.tag, "sqref");
    if (!sqref || element.single()) return {};
    std::string whole; // rules that stay together
    std::string apart;
    for (const XmlElement& rule : children(following.text, element)) {
        const std::string_view xml = following.text.substr(rule.offset(), rule.end - rule.offset());
        if (looks_at_all_cells(rule.tag)) {
            auto moved = with_moved_ends(xml, following);
            if (!moved) return std::unexpected(std::move(moved.error()));
            whole += *moved;
        } else {
            apart += xml;
        }
    }
    const std::string close = "</" + std::string(element.tag.name) + ">";
    std::string now;
    const std::string all = whole_sqref(following, *sqref);
    if (!whole.empty() && !all.empty())
        now += with_attributes(element.tag.raw, {{"sqref", all}}) + whole + close;
    if (!apart.empty()) {
        auto areas = followed({std::string(*sqref), element_texts(apart, "formula")}, following.movement,
                              following.sheet);
        if (!areas) return std::unexpected(std::move(areas.error()));
        for (const RelativeArea& area : *areas)
            now += with_attributes(element.tag.raw, {{"sqref", area.sqref}})
                   + with_element_texts(apart, "formula", area.formulas) + close;
    }
    const std::string_view before = following.text.substr(element.offset(), element.end - element.offset());
    if (now != before) edits.replace(element.offset(), before.size(), std::move(now));
    return {};
}

} // namespace xlsx
