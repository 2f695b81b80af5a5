#include "engine/report/values_for.h"

#include "engine/figures/unit.h"

#include <algorithm>

namespace engine {

using cells::Address;
using cells::Decimal;
using cells::Mark;
using cells::Written;

namespace {

/// Collects the values of one row; a plan without the column has no place for the value.
class Row {
public:
    Row(std::vector<Mark>& marks, const std::string& sheet) : marks_(marks), sheet_(sheet) {}
    void write(Address at, Written value, std::optional<cells::Colours> colours = {},
               std::string number_format = {}) {
        if (!at) return;
        Mark& written = mark(at, std::move(value));
        written.colours = std::move(colours);
        written.number_format = std::move(number_format);
    }
    /// The service's commentary, or what somebody made of it in the plan since.
    void write_commentary(Address at, const std::string& text, bool edited, bool accepted, const Text* sent) {
        if (!at) return;
        if (edited)
            mark(at, text.empty() ? Written{} : text).edited_from = sent ? sent->value : std::string();
        else if (accepted && !text.empty())
            mark(at, text);
    }

private:
    Mark& mark(Address at, Written value) {
        Mark& mark = marks_.emplace_back();
        mark.sheet = sheet_;
        mark.at = at;
        mark.value = std::move(value);
        return mark;
    }

    std::vector<Mark>& marks_;
    const std::string& sheet_;
};

} // namespace

/// The figure of the same row whose format a cell without one takes: the latest actual, else the year's
/// target or another, else the baseline.
static const Figure& neighbour(const Indicator& indicator, Period period) {
    for (auto actual = indicator.actuals.lower_bound(period); actual != indicator.actuals.begin();)
        if ((--actual)->second) return actual->second;
    if (const Figure* target = indicator.target(period.year); target && *target) return *target;
    for (const auto& [year, target] : indicator.targets)
        if (target) return target;
    return indicator.baseline;
}

static std::string format_like(const Figure& figure, int places) {
    if (figure.percent) return number_format(Unit::percent, {}, figure.places < 0 ? places : figure.places);
    if (figure.places < 0) return {};
    const bool money = figure.shown.find("£") != std::string::npos;
    return number_format(money ? Unit::money : Unit::other, {}, figure.places);
}

static bool has_format(const Figure& figure) {
    return figure.percent || figure.places >= 0;
}

/// Writes a figure as the plan holds its own: a percentage as a fraction where the plan's cells have a %
/// format.
static void write_figure(Row& row, Address at, const Figure& figure, const Figure* in_place,
                         const Indicator& indicator, Period period) {
    if (!figure.value) return row.write(at, figure.shown);
    const bool own_format = in_place && has_format(*in_place);
    const Figure& like = own_format ? *in_place : neighbour(indicator, period);
    static const Decimal hundredth = Decimal::quotient(1, 100, 2);
    const bool fraction = like.percent && indicator.unit != Unit::score; // a ratio is held as it is
    row.write(at, fraction ? *figure.value * hundredth : *figure.value, {},
              own_format ? std::string() : format_like(like, indicator.places));
}

static void add_indicator(Row row, const PlanCells& cells, const IndicatorDecided& decided, Period period,
                          const Framework& framework) {
    const Indicator& indicator = *decided.indicator;
    const StatusWords& words = framework.words(decided.rating.role);
    if (decided.accepted && !decided.actual.blank())
        write_figure(row, cells.actual, decided.actual, indicator.actual(period), indicator, period);
    if (decided.accepted && !decided.forecast.blank())
        write_figure(row, cells.forecast, decided.forecast, indicator.forecast(period), indicator, period);
    row.write(cells.status, words.word, words.colours);
    row.write_commentary(cells.commentary, decided.commentary, decided.commentary_edited, decided.accepted,
                         decided.row ? &decided.row->commentary : nullptr);
}

static void add_action(Row row, const PlanCells& cells, const ActionDecided& decided,
                       const Framework& framework) {
    const ActionWords& words = framework.words(decided.status);
    row.write(cells.status, words.word, words.colours);
    row.write_commentary(cells.commentary, decided.commentary, decided.commentary_edited, decided.accepted,
                         decided.row ? &decided.row->commentary : nullptr);
    if (!decided.accepted) return;
    if (decided.row->revised.date) row.write(cells.revised, *decided.row->revised.date);
    const auto& completed = decided.row->completed.date;
    if (completed && completed != decided.action->completed.date) row.write(cells.completed, *completed);
}

cells::Marks values_for(const Plan& plan, const std::vector<PlanCells>& cells, const Decided& decided,
                        const Framework& framework) {
    cells::Marks marks;
    for (const PlanCells& place : cells) {
        const Row row(marks.cells, place.sheet);
        const auto here = [&](const auto& item, const auto& record) {
            return item.plan == &plan && record.sheet == place.sheet && record.row == place.row;
        };
        const auto indicator = std::ranges::find_if(
            decided.indicators, [&](const IndicatorDecided& item) { return here(item, *item.indicator); });
        if (indicator != decided.indicators.end()) {
            add_indicator(row, place, *indicator, decided.period, framework);
            continue;
        }
        const auto action = std::ranges::find_if(
            decided.actions, [&](const ActionDecided& item) { return here(item, *item.action); });
        if (action != decided.actions.end()) add_action(row, place, *action, framework);
    }
    return marks;
}

} // namespace engine
