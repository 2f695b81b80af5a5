#include "engine/records/layout_tables.h"

#include <algorithm>

namespace engine {

std::optional<TableCells> LayoutTables::open(std::string_view id) {
    const auto table = std::ranges::find(layout_.tables, id, &LayoutTable::id);
    if (error_ || table == layout_.tables.end()) return std::nullopt;
    auto found = find_table(sheets_, *table, file_);
    if (!found) error_ = found.error();
    if (!found || !*found) return std::nullopt;
    return TableCells(sheets_, *table, std::move(**found), first_month_);
}

} // namespace engine
