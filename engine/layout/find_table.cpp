#include "engine/layout/find_table.h"

#include "engine/layout/layout_errors.h"
#include "engine/layout/table_rows.h"
#include "engine/layout/table_search.h"

#include <algorithm>

namespace engine {

std::uint32_t FoundTable::letter(const LayoutTable& table, std::string_view field, int year,
                                 int quarter) const {
    const auto found = std::ranges::find_if(columns, [&](const FoundColumn& column) {
        return table.columns[column.column].field == field && column.year == year
               && column.quarter == quarter;
    });
    return found == columns.end() ? 0 : found->letter;
}

static bool has_own_name(const LayoutTable& table, const cells::Sheet& sheet) {
    return std::ranges::any_of(table.sheets,
                               [&](const std::string& name) { return folded(name) == folded(sheet.name); });
}

/// Whether the header that lacks a column is the table after all: it is fuller than what was found, or
/// stands on a sheet of the table's own name.
static bool is_meant(const Candidate& nearly, const std::vector<Candidate>& whole, const LayoutTable& table,
                     const std::vector<cells::Sheet>& sheets) {
    if (!whole.empty()) return nearly.header.columns.size() > whole.front().header.columns.size();
    return table.required || (nearly.header.columns.size() > 1 && has_own_name(table, sheets[nearly.sheet]));
}

std::expected<std::optional<FoundTable>, cells::Error>
find_table(const std::vector<cells::Sheet>& sheets, const LayoutTable& table, std::string_view file) {
    const TablePatterns patterns(table);
    TableSearch search(sheets, patterns);
    const auto whole = search.find();
    if (const auto& nearly = search.nearly(); nearly && is_meant(*nearly, whole, table, sheets))
        return std::unexpected(columns_missing(table, sheets[nearly->sheet], nearly->header,
                                               has_own_name(table, sheets[nearly->sheet]), file));
    if (whole.empty()) {
        if (!table.required) return std::nullopt;
        return std::unexpected(no_table(table, sheets, file));
    }
    const Candidate& found = whole.front();
    if (whole.size() > 1) return std::unexpected(two_tables(table, sheets, found, whole[1], file));
    if (!found.header.doubled.empty())
        return std::unexpected(column_twice(table, sheets[found.sheet], found.header, file));

    FoundTable result;
    result.sheet = found.sheet;
    result.columns = found.header.columns;
    result.near = found.header.near;
    for (const UnknownHeading& unknown : found.header.unknown) result.unknown.push_back(unknown.at);
    read_rows(search.rows_of(found.sheet), patterns, found.header, result);
    return result;
}

} // namespace engine
