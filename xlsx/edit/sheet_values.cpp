#include "xlsx/edit/sheet_values.h"

#include "xlsx/edit/related.h"
#include "xlsx/read/attributes.h"
#include "xlsx/rows/formula.h"

#include <algorithm>

namespace xlsx {

using cells::Address;
using cells::Error;
using cells::Range;

std::expected<void, Error> resolve_strings(EditRun& run, std::vector<FoundCell>& found) {
    for (FoundCell& cell : found) {
        if (!cell.shared_string) continue;
        auto strings = run.strings();
        if (!strings) return std::unexpected(std::move(strings.error()));
        const auto index = number_of(cell.value.text);
        cell.value.text =
            index && *index < (*strings)->size() ? std::string((*strings)->at(*index)) : std::string();
        cell.shared_string = false;
    }
    return {};
}

namespace {

Error not_allowed(const EditRun& run, const std::string& sheet, Address at, std::string what,
                  std::string next) {
    return {Error::Kind::not_allowed, run.package().name() + ": " + sheet + "!" + to_text(at),
            std::move(what), std::move(next)};
}

/// The head and the totals row of a table say what its columns are: another text there breaks the table.
std::expected<std::vector<Range>, Error> fixed_rows_of_tables(Package& package,
                                                              const std::string& sheet_part) {
    std::vector<Range> rows;
    auto parts = related_parts(package, sheet_part, "table");
    if (!parts) return std::unexpected(std::move(parts.error()));
    for (const std::string& part : *parts) {
        auto text = package.text(part);
        if (!text) return std::unexpected(std::move(text.error()));
        const auto table = outline(*text);
        const auto range =
            table ? cells::parse_range(attribute(table->root.tag, "ref").value_or("")) : std::nullopt;
        if (!range) continue;
        if (number_attribute(table->root.tag, "headerRowCount").value_or(1) != 0)
            rows.push_back({range->first, {range->first.row, range->last.column}});
        if (number_attribute(table->root.tag, "totalsRowCount").value_or(0) != 0)
            rows.push_back({{range->last.row, range->first.column}, range->last});
    }
    return rows;
}

/// The cells of a shared formula that stay, when some are written over: the first becomes its master.
std::expected<void, Error> hand_on(EditRun& run, const ListedSheet& listed, const XmlOutline& sheet,
                                   const FoundCell& master, const FormulaArea& area,
                                   const std::map<Address, ValueMark>& marks) {
    std::vector<Address> staying;
    for (const Address at : area.members)
        if (!marks.contains(at)) staying.push_back(at);
    if (staying.empty()) return {};

    const SheetCells heir = find_cells(sheet, std::span(staying).first(1));
    const FoundCell& cell = heir.cells.front();
    Range covers{staying.front(), staying.front()};
    for (const Address at : staying) {
        covers.first = {std::min(covers.first.row, at.row), std::min(covers.first.column, at.column)};
        covers.last = {std::max(covers.last.row, at.row), std::max(covers.last.column, at.column)};
    }
    const auto down = static_cast<std::int64_t>(cell.at.row) - master.at.row;
    const auto right = static_cast<std::int64_t>(cell.at.column) - master.at.column;
    const std::string name = sheet.prefix() + "f";
    const XmlElement& old = cell.formula_element;
    run.edits()
        .of(listed.part)
        .replace(old.offset(), old.end - old.offset(),
                 "<" + name + " t=\"shared\" ref=\"" + to_text(covers) + "\" si=\""
                     + std::to_string(master.group) + "\">"
                     + escape(Formula(master.formula_text).translated(down, right).text()) + "</" + name
                     + ">");
    return {};
}

/// Why a cell may not be written, if it may not.
std::optional<Error> obstacle(const EditRun& run, const ListedSheet& listed, const SheetCells& found,
                              const std::vector<Range>& fixed, Address at) {
    for (const Range& row : fixed)
        if (row.contains(at))
            return not_allowed(run, listed.name, at,
                               "This cell heads or totals a table, so nothing can be written there",
                               "Correct the layout: the output cell must be inside the table");
    for (const FormulaArea& area : found.areas)
        if (area.array && area.range.contains(at) && area.range.first != area.range.last)
            return not_allowed(run, listed.name, at,
                               "This cell is part of an array formula in " + to_text(area.range)
                                   + ", and Excel does not let a part be changed",
                               "Replace the array formula by one formula a cell, or move the output cell");
    return std::nullopt;
}

std::string shown_before(const CellValue& value, bool is_date, bool date1904) {
    if (value.kind == CellValue::Kind::number && is_date) {
        const auto number = cells::Decimal::parse(value.text);
        const std::string digits = number ? number->to_text() : std::string();
        const auto whole = number_of(std::string_view(digits).substr(0, digits.find('.'))); // no time of day
        if (const auto date = whole ? cells::date_of_serial(*whole, date1904) : std::nullopt)
            return cells::to_text(*date);
    }
    return shown(value);
}

/// Whether the value would not be seen for what it is: a date is wanted as one, whatever the cell shows.
bool wants_format(const ValueMark& mark, cells::Shown shows) {
    if (mark.number_format.empty()) return false;
    const cells::Shown wanted = read_number_format(mark.number_format).shown;
    return shows != wanted && (shows == cells::Shown::general || wanted == cells::Shown::date);
}

} // namespace

std::expected<ValuesWritten, Error> write_values(EditRun& run, const ListedSheet& listed,
                                                 const XmlOutline& sheet,
                                                 const std::map<Address, ValueMark>& marks) {
    ValuesWritten out;
    std::vector<Address> wanted;
    for (const auto& [at, mark] : marks) wanted.push_back(at);
    SheetCells found = find_cells(sheet, wanted);
    if (auto done = resolve_strings(run, found.cells); !done) return std::unexpected(std::move(done.error()));
    out.heights = found.heights;
    if (marks.empty()) return out;

    auto fixed = fixed_rows_of_tables(run.package(), listed.part);
    if (!fixed) return std::unexpected(std::move(fixed.error()));
    auto formats = run.number_formats();
    if (!formats) return std::unexpected(std::move(formats.error()));
    const bool date1904 = run.workbook().date1904;
    const SheetGrid columns(sheet, {});

    std::vector<CellWrite> writes;
    for (FoundCell& cell : found.cells) {
        if (auto error = obstacle(run, listed, found, *fixed, cell.at))
            return std::unexpected(std::move(*error));
        const ValueMark& mark = marks.at(cell.at);
        std::uint32_t style = cell.style_given ? cell.style : columns.column_style(cell.at.column);
        const cells::Shown shows =
            style < (*formats)->size() ? (**formats)[style].shown : cells::Shown::general;
        RememberedCell& remembered = out.cells.emplace_back();
        remembered = {listed.name,
                      cell.at,
                      cell.value,
                      mark.value,
                      mark.number_format,
                      {},
                      shown_before(cell.value, shows == cells::Shown::date, date1904),
                      mark.shown};
        if (mark.edited_from) {
            remembered.wrote = {CellValue::Kind::text, *mark.edited_from};
            remembered.wrote_shown = *mark.edited_from;
        }
        if (wants_format(mark, shows)) {
            auto styles = run.styles();
            if (!styles) return std::unexpected(std::move(styles.error()));
            remembered.format_before = (*styles)->number_format_of(style);
            style = (*styles)->like(style, mark.number_format);
        } else if (mark.value == cell.value && cell.formula == FoundCell::Formula::none) {
            continue; // it holds that already
        }
        out.changed.cells.emplace(cell.at, mark.value);
        if (cell.formula != FoundCell::Formula::none) out.formulas_replaced.push_back(cell.at);
        if (cell.formula == FoundCell::Formula::master) {
            const auto area = std::ranges::find_if(
                found.areas, [&](const FormulaArea& one) { return !one.array && one.group == cell.group; });
            if (auto done = hand_on(run, listed, sheet, cell, *area, marks); !done)
                return std::unexpected(std::move(done.error()));
        }
        writes.push_back({&cell, mark.value, style});
    }
    write_cells(run.edits().of(listed.part), sheet, found, writes);
    return out;
}

} // namespace xlsx
