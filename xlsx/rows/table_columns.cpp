#include "xlsx/rows/table_columns.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/read/attributes.h"

#include <optional>

namespace xlsx {

static std::optional<TableColumns> read_table(std::string_view text, const std::string& part) {
    const auto table = outline(text);
    if (!table) return std::nullopt;
    const XmlToken& tag = table->root.tag;
    const auto range = cells::parse_range(attribute(tag, "ref").value_or(""));
    if (!range) return std::nullopt;
    TableColumns found{.part = part,
                       .name = unescape(attribute(tag, "displayName").value_or("")),
                       .range = *range,
                       .heads = number_attribute(tag, "headerRowCount").value_or(1),
                       .totals = number_attribute(tag, "totalsRowCount").value_or(0),
                       .calculated = {}};
    const XmlElement* columns = table->find("tableColumns");
    if (!columns) return found;
    std::uint32_t at = range->first.column;
    for (const XmlElement& column : children(text, *columns)) {
        for (const XmlElement& child : children(text, column))
            if (child.name == "calculatedColumnFormula" && !true_attribute(child.tag, "array"))
                found.calculated.emplace(at, unescape(child.inner(text)));
        ++at;
    }
    return found;
}

std::expected<std::vector<TableColumns>, cells::Error> table_columns(Package& package,
                                                                     std::string_view sheet_part) {
    auto parts = related_parts(package, sheet_part, "table");
    if (!parts) return std::unexpected(std::move(parts.error()));
    std::vector<TableColumns> tables;
    for (const std::string& part : *parts) {
        auto text = package.text(part);
        if (!text) return std::unexpected(std::move(text.error()));
        if (auto table = read_table(*text, part)) tables.push_back(*std::move(table));
    }
    return tables;
}

std::map<std::uint32_t, std::vector<std::string>> calculated_formulas(const std::vector<TableColumns>& tables,
                                                                      const RowShift& shift,
                                                                      const MovedFormulas& neighbours,
                                                                      const Movement& movement) {
    std::map<std::uint32_t, std::vector<std::string>> formulas;
    for (const TableColumns& table : tables) {
        if (shift.first <= table.range.first.row || shift.first > table.range.last.row) continue;
        for (const auto& [column, own] : table.calculated) {
            const auto above = neighbours.above.find(column);
            const auto below = neighbours.below.find(column);
            const bool has_above = shift.first > table.first_data() && above != neighbours.above.end();
            const bool has_below = shift.first <= table.last_data() && below != neighbours.below.end();
            const std::string text = has_above ? above->second
                                     : has_below
                                         ? below->second
                                         : movement.moved(Formula(own), {shift.sheet, 0}).value_or("");
            if (text.empty()) continue;
            // How far the formula stands above the first new row.
            const std::int64_t distance = has_above ? 1 : has_below ? -std::int64_t{shift.count} : 0;
            std::vector<std::string>& texts = formulas[column];
            for (std::uint32_t i = 0; i < shift.count; ++i)
                texts.push_back(has_above || has_below ? Formula(text).translated(distance + i, 0).text()
                                                       : text);
        }
    }
    return formulas;
}

} // namespace xlsx
