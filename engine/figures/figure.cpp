#include "engine/figures/figure.h"

#include "engine/figures/figure_text.h"
#include "engine/figures/words.h"

#include <utility>

namespace engine {

using cells::Cell;
using cells::Shown;

static void read_number(const Cell& cell, Figure& figure) {
    if (!cell.number) {
        figure.marker = Marker::out_of_range;
    } else if (cell.shown == Shown::date || cell.shown == Shown::time) {
        // What was typed is gone: Excel made a date of "3/4" or "10-11".
        figure.marker = Marker::unreadable;
    } else {
        figure.percent = cell.shown == Shown::percent;
        figure.value = figure.percent ? *cell.number * cells::Decimal(100) : *cell.number;
        figure.places = cell.shown_places;
    }
}

static Figure within_bounds(Figure figure) {
    if (!figure.value) return figure;
    if (figure.value->abs() < figures_below) {
        figure.value = figure.value->rounded(most_figure_places);
    } else {
        figure.value.reset();
        figure.marker = Marker::out_of_range;
    }
    return figure;
}

Figure read_figure(const Cell* cell, Unit unit, bool date1904) {
    Figure figure;
    if (!cell) return figure;
    figure.at = cell->at;
    figure.formula = cell->formula;
    figure.shown = cells::shown_text(*cell, date1904);
    if (cell->uncalculated) {
        figure.marker = Marker::uncalculated;
        return figure;
    }
    switch (cell->kind) {
    case Cell::Kind::empty:
        figure.percent = cell->shown == Shown::percent;
        figure.places = static_cast<int>(cell->shown_places);
        break;
    case Cell::Kind::number:
        read_number(*cell, figure);
        break;
    case Cell::Kind::text:
        if (words::plain(figure.shown).empty()) figure.shown.clear();
        figure.text = !figure.shown.empty();
        read_figure_text(figure.shown, unit, figure);
        break;
    case Cell::Kind::boolean:
        figure.marker = Marker::unreadable;
        break;
    case Cell::Kind::error:
        figure.marker = Marker::excel_error;
        break;
    }
    // A ratio that is shown as a percentage is still a ratio.
    if (figure.percent && figure.value && unit == Unit::score)
        figure.value = *figure.value * *cells::Decimal::parse("0.01");
    return within_bounds(std::move(figure));
}

} // namespace engine
