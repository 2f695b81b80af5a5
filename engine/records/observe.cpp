#include "engine/records/observe.h"

namespace engine {

using cells::Address;
using cells::Cell;

bool formulas_rule(std::size_t formulas, std::size_t numbers, int fewest) {
    return formulas >= static_cast<std::size_t>(fewest) && formulas > numbers;
}

static bool holds_figure(const Cell* cell) {
    return cell
           && (cell->kind == Cell::Kind::number || cell->kind == Cell::Kind::error || cell->uncalculated);
}

/// The first figure of the row in the table's columns; no address where it has none.
static Address first_figure(const TableCells& cells, std::uint32_t row) {
    for (const FoundColumn& column : cells.found().columns)
        if (holds_figure(cells.sheet().find({row, column.letter}))) return {row, column.letter};
    return {};
}

static void observe_rows(const TableCells& cells, std::vector<Observed>& observed) {
    for (const FoundRow& row : cells.found().rows) {
        const bool hidden = cells.sheet().row_hidden(row.row);
        const bool keyless = !cells.has_key(row);
        if (!hidden && !keyless) continue;
        const Address at = first_figure(cells, row.row);
        if (!at) continue;
        const std::string shown = cells.text(at).value;
        if (hidden) observed.push_back({Observed::Kind::hidden_figures, cells.sheet().name, at, shown, {}});
        if (keyless) observed.push_back({Observed::Kind::row_without_ref, cells.sheet().name, at, shown, {}});
    }
}

static void observe_hidden_column(const TableCells& cells, const FoundColumn& column,
                                  std::vector<Observed>& observed) {
    for (const FoundRow& row : cells.found().rows) {
        const Address at{row.row, column.letter};
        if (!holds_figure(cells.sheet().find(at))) continue;
        observed.push_back(
            {Observed::Kind::hidden_figures, cells.sheet().name, at, cells.text(at).value, {}});
        return; // once a column
    }
}

static void observe_formulas(const TableCells& cells, const FoundColumn& column, int fewest,
                             std::vector<Observed>& observed) {
    std::size_t formulas = 0;
    std::vector<const Cell*> numbers;
    for (const FoundRow& row : cells.found().rows) {
        const Cell* cell = cells.sheet().find({row.row, column.letter});
        if (cell && cell->formula)
            ++formulas;
        else if (cell && cell->kind == Cell::Kind::number)
            numbers.push_back(cell);
    }
    if (!formulas_rule(formulas, numbers.size(), fewest)) return;
    for (const Cell* cell : numbers)
        observed.push_back({Observed::Kind::formula_typed_over,
                            cells.sheet().name,
                            cell->at,
                            cells.text(cell->at).value,
                            {}});
}

void observe(const cells::Sheet& sheet, const std::vector<NearHeading>& near,
             std::vector<Observed>& observed) {
    for (const NearHeading& heading : near)
        observed.push_back(
            {Observed::Kind::near_heading, sheet.name, heading.at, heading.found, heading.meant});
}

void observe(const TableCells& cells, const Settings& settings, std::vector<Observed>& observed) {
    observe(cells.sheet(), cells.found().near, observed);
    observe_rows(cells, observed);
    for (const FoundColumn& column : cells.found().columns) {
        if (cells.sheet().column_hidden(column.letter)) observe_hidden_column(cells, column, observed);
        // What Outturn wrote over a formula is no typing.
        if (!cells.table().columns[column.column].output)
            observe_formulas(cells, column, settings.fewest_formulas, observed);
    }
}

} // namespace engine
