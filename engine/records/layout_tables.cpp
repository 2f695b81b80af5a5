#include "engine/records/layout_tables.h"

#include "engine/records/observe.h"

#include <algorithm>

namespace engine {

std::optional<TableCells> LayoutTables::open(std::string_view id) {
    const auto table = std::ranges::find(layout_.tables, id, &LayoutTable::id);
    if (error_ || table == layout_.tables.end()) return std::nullopt;
    auto found = find_table(sheets_, *table, file_);
    if (!found) error_ = found.error();
    if (!found || !*found) return std::nullopt;
    return TableCells(sheets_, *table, std::move(**found), framework_.first_month);
}

std::optional<TableCells> LayoutTables::open(std::string_view id, std::string& sheet,
                                             std::vector<Observed>& observed) {
    auto cells = open(id);
    if (!cells) return std::nullopt;
    sheet = cells->sheet().name;
    observe(*cells, framework_.settings, observed);
    return cells;
}

std::expected<FormCells, cells::Error> LayoutTables::cover(std::vector<Observed>& observed) const {
    const auto form = find_form(sheets_, layout_.cover, file_);
    if (!form) return std::unexpected(form.error());
    FormCells cells(sheets_, layout_.cover, *form, framework_.first_month);
    observe(cells.sheet(), form->near, observed);
    return cells;
}

} // namespace engine
