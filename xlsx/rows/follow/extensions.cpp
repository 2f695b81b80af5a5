// What Excel 2010 and later keep in a worksheet's extension list: sparklines, conditional formats and
// validations that newer rules or other sheets are needed for. [MS-XLSX] 2.3.1 (x14:conditionalFormattings,
// x14:dataValidations, x14:sparklineGroups).
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"
#include "xlsx/rows/follow/relative_area.h"

#include <algorithm>

namespace xlsx {

using Copies = std::expected<std::vector<std::string>, std::string>;

static bool keeps_together(std::string_view xml) {
    XmlLexer lexer(xml);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next())
        if (token.opens("cfRule") && looks_at_all_cells(token)) return true;
    return false;
}

// A conditional format or validation: formulas in f elements, cells in one sqref element.
static Copies follow_rule(const Following& following, std::string_view xml) {
    const auto cells = element_texts(xml, "sqref");
    if (cells.size() != 1) return std::vector{std::string(xml)};
    RelativeArea area{cells[0], element_texts(xml, "f")};
    const bool format = xml.find("cfRule") != std::string_view::npos;
    if (format && keeps_together(xml)) {
        for (std::string& text : area.formulas) {
            auto now = following.movement.moved(Formula(text), {following.sheet, 0});
            if (!now) return std::unexpected(std::move(now.error()));
            text = *std::move(now);
        }
        area.sqref = whole_sqref(following, area.sqref);
        if (area.sqref.empty()) return {};
        return std::vector{
            with_element_texts(with_element_texts(xml, "f", area.formulas), "sqref", {area.sqref})};
    }
    auto areas = followed(area, following.movement, following.sheet);
    if (!areas) return std::unexpected(std::move(areas.error()));
    if (format && areas->size() > 1) // each would need an id of its own
        return std::unexpected("the format in " + cells[0] + " would have to come apart");
    std::vector<std::string> copies;
    for (const RelativeArea& one : *areas)
        copies.push_back(
            with_element_texts(with_element_texts(xml, "f", one.formulas), "sqref", {one.sqref}));
    return copies;
}

// One sparkline: the cells it shows and the cell it stands in, which repeat together.
static Copies follow_sparkline(const Following& following, std::string_view xml) {
    const auto cells = element_texts(xml, "sqref");
    const auto shown = element_texts(xml, "f");
    const auto range = cells.size() == 1 ? cells::parse_range(cells[0]) : std::nullopt;
    if (!range || shown.size() > 1) return std::vector{std::string(xml)};
    std::vector<std::string> copies;
    for (const RowMap::Copy copy : following.rows().copies_around(range->first.row, range->last.row)) {
        const RowSpan span = following.rows().cover(range->first.row, range->last.row, copy);
        if (span.empty()) continue;
        std::vector<std::string> now = shown;
        if (!shown.empty()) {
            auto moved = following.movement.moved(Formula(shown[0]), {following.sheet, copy});
            if (!moved) return std::unexpected(std::move(moved.error()));
            now[0] = *std::move(moved);
        }
        const cells::Range at{{span.first, range->first.column}, {span.last, range->last.column}};
        copies.push_back(
            with_element_texts(with_element_texts(xml, "f", now), "sqref", {cells::to_text(at)}));
    }
    return copies;
}

// An element with its children followed; nothing where none is left.
static Copies follow_inside(const Following& following, const XmlElement& list,
                            Copies (*follow)(const Following&, std::string_view)) {
    std::string inside;
    std::size_t count = 0;
    for (const XmlElement& child : children(following.text, list)) {
        auto copies = follow(following, following.text.substr(child.offset(), child.end - child.offset()));
        if (!copies) return copies;
        for (const std::string& copy : *copies) inside += copy;
        count += copies->size();
    }
    if (count == 0) return {};
    const std::string tag = attribute(list.tag, "count")
                                ? with_attributes(list.tag.raw, {{"count", std::to_string(count)}})
                                : std::string(list.tag.raw);
    return std::vector{tag + inside + "</" + std::string(list.tag.name) + ">"};
}

// A group of sparklines that look alike: its own formula is the dates of the axis.
static Copies follow_group(const Following& following, std::string_view xml) {
    const auto group = outline(xml);
    const XmlElement* sparklines = group ? group->find("sparklines") : nullptr;
    if (!sparklines) return std::vector{std::string(xml)};
    Splices edits;
    const Following inner{xml, *sparklines, following.movement, following.sheet};
    auto list = follow_inside(inner, *sparklines, follow_sparkline);
    if (!list || list->empty()) return list;
    edits.replace(sparklines->offset(), sparklines->end - sparklines->offset(), list->front());
    if (const XmlElement* dates = group->find("f")) {
        const auto now = following.movement.moved(Formula(unescape(dates->inner(xml))), {following.sheet, 0});
        if (!now) return std::unexpected(now.error());
        edits.replace(dates->content(), dates->inner(xml).size(), escape(*now));
    }
    return std::vector{edits.apply(xml)};
}

Followed follow_extensions(const Following& following, Splices& edits) {
    const auto extensions = children(following.text, following.element);
    std::vector<const XmlElement*> gone;
    for (const XmlElement& extension : extensions) {
        const auto inside = children(following.text, extension);
        if (inside.size() != 1 || inside[0].single()) continue;
        const XmlElement& list = inside[0];
        const std::string_view xml = following.text.substr(list.offset(), list.end - list.offset());
        Copies now;
        if (list.name == "conditionalFormattings" || list.name == "dataValidations") {
            now = follow_inside(following, list, follow_rule);
        } else if (list.name == "sparklineGroups") {
            now = follow_inside(following, list, follow_group);
        } else {
            if (!following.moves() || xml.find("sqref>") == std::string_view::npos) continue;
            return std::unexpected("what it is is not known (" + std::string(list.name) + ")");
        }
        if (!now) return std::unexpected(std::move(now.error()));
        if (now->empty())
            gone.push_back(&extension);
        else if (now->front() != xml)
            edits.replace(list.offset(), xml.size(), std::move(now->front()));
    }
    const XmlElement& whole = following.element;
    if (gone.size() == extensions.size() && !gone.empty()) gone = {&whole};
    for (const XmlElement* element : gone) edits.erase(element->offset(), element->end - element->offset());
    return {};
}

} // namespace xlsx
