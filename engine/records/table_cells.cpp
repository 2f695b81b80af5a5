#include "engine/records/table_cells.h"

#include "engine/figures/words.h"

#include <iterator>

namespace engine {

using cells::Address;

SheetCells::SheetCells(const cells::Sheet& sheet, unsigned first_month)
    : sheet_(&sheet), first_month_(first_month) {
    for (const cells::Range& range : sheet.merges)
        if (range.last.row > range.first.row)
            merges_down_.emplace(std::pair(range.first.column, range.first.row), &range);
}

const cells::Cell* SheetCells::cell_of_text(Address at) const {
    const cells::Cell* cell = sheet_->find(at);
    if (cell && cell->kind != cells::Cell::Kind::empty) return cell;
    const auto after = merges_down_.upper_bound({at.column, at.row});
    if (after == merges_down_.begin() || !std::prev(after)->second->contains(at)) return cell;
    return sheet_->find(std::prev(after)->second->first);
}

Text SheetCells::text(Address at) const {
    const cells::Cell* cell = at ? cell_of_text(at) : nullptr;
    if (!cell) return {.value = {}, .at = at};
    const std::string shown = cells::shown_text(*cell, sheet_->date1904);
    return {.value = std::string(words::trimmed(shown, " \t\r\n")), .at = at};
}

Figure SheetCells::figure(Address at, Unit unit) const {
    Figure figure = read_figure(at ? sheet_->find(at) : nullptr, unit, sheet_->date1904);
    figure.at = at;
    return figure;
}

DateField SheetCells::date(Address at, End end) const {
    return date(at ? sheet_->find(at) : nullptr, at, end);
}

DateField SheetCells::date(const cells::Cell* cell, Address at, End end) const {
    DateField field = read_date(cell, sheet_->date1904, end, first_month_);
    field.at = at;
    return field;
}

TableCells::TableCells(const std::vector<cells::Sheet>& sheets, const LayoutTable& table, FoundTable found,
                       unsigned first_month)
    : SheetCells(sheets[found.sheet], first_month), table_(&table), found_(std::move(found)) {
    for (const FoundColumn& column : found_.columns)
        letters_.emplace(
            std::tuple(std::string_view(table.columns[column.column].field), column.year, column.quarter),
            column.letter);
}

Address TableCells::at(const FoundRow& row, std::string_view field, Period period) const {
    const auto found = letters_.find({field, period.year, period.quarter});
    return found == letters_.end() ? Address{} : Address{row.row, found->second};
}

std::vector<FoundColumn> TableCells::columns(std::string_view field) const {
    std::vector<FoundColumn> columns;
    for (const FoundColumn& column : found_.columns)
        if (table_->columns[column.column].field == field) columns.push_back(column);
    return columns;
}

static Period period_of(const FoundColumn& column) {
    return {column.year, column.quarter};
}

std::map<Period, Text> TableCells::texts(const FoundRow& row, std::string_view field) const {
    std::map<Period, Text> texts;
    for (const FoundColumn& column : columns(field))
        texts.emplace(period_of(column), text({row.row, column.letter}));
    return texts;
}

std::map<Period, Figure> TableCells::figures(const FoundRow& row, std::string_view field, Unit unit) const {
    std::map<Period, Figure> figures;
    for (const FoundColumn& column : columns(field))
        figures.emplace(period_of(column), figure({row.row, column.letter}, unit));
    return figures;
}

std::map<Period, DateField> TableCells::dates(const FoundRow& row, std::string_view field, End end) const {
    std::map<Period, DateField> dates;
    for (const FoundColumn& column : columns(field))
        dates.emplace(period_of(column), date({row.row, column.letter}, end));
    return dates;
}

bool TableCells::has_key(const FoundRow& row) const {
    // Not through a merge: the second line of a reference merged down two rows is no second record.
    const cells::Cell* cell = sheet().find(at(row, table_->key));
    return cell && !words::plain(cells::shown_text(*cell, sheet().date1904)).empty();
}

std::vector<FoundRow> TableCells::records() const {
    std::vector<FoundRow> records;
    for (const FoundRow& row : found_.rows)
        if (has_key(row)) records.push_back(row);
    return records;
}

FormCells::FormCells(const std::vector<cells::Sheet>& sheets, const LayoutForm& form, const FoundForm& found,
                     unsigned first_month)
    : SheetCells(sheets[found.sheet], first_month) {
    for (const FoundField& field : found.fields) places_.emplace(form.fields[field.field].field, field);
}

Address FormCells::at(std::string_view field) const {
    const auto found = places_.find(field);
    return found == places_.end() ? Address{} : found->second.value;
}

Text FormCells::text(std::string_view field) const {
    Text text = SheetCells::text(at(field));
    const auto found = places_.find(field);
    if (found == places_.end() || found->second.value_from == 0) return text;
    const std::string_view after =
        std::string_view(sheet().find(text.at)->text).substr(found->second.value_from);
    text.value = words::trimmed(after, " \t\r\n");
    return text;
}

DateField FormCells::date(std::string_view field, End end) const {
    const auto found = places_.find(field);
    if (found == places_.end() || found->second.value_from == 0) return SheetCells::date(at(field), end);
    cells::Cell alone;
    alone.at = at(field);
    alone.kind = cells::Cell::Kind::text;
    alone.text = text(field).value;
    return SheetCells::date(&alone, alone.at, end);
}

} // namespace engine
