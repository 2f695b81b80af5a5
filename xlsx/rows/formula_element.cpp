#include "xlsx/rows/formula_element.h"

#include "xlsx/rows/element_copy.h"

namespace xlsx {

FormulaKind formula_kind(const XmlToken& tag) {
    const std::string_view type = attribute(tag, "t").value_or("normal");
    if (type == "shared") return FormulaKind::shared;
    if (type == "array") return FormulaKind::array;
    return type == "dataTable" ? FormulaKind::table : FormulaKind::plain;
}

std::string formula_element(const XmlToken& tag, const std::optional<cells::Range>& area,
                            std::string_view text) {
    std::string open(tag.raw);
    if (tag.kind == XmlToken::Kind::single) open = open.substr(0, open.find_last_of('/')) + ">";
    const FormulaKind kind = formula_kind(tag);
    if (kind == FormulaKind::shared)
        open = without_attributes(open, {"t", "ref", "si"});
    else if (kind != FormulaKind::plain && area)
        open = with_attributes(open, {{"ref", cells::to_text(*area)}});
    return open + escape(text) + "</" + std::string(tag.name) + ">";
}

} // namespace xlsx
