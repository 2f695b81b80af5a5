#include "engine/report/values_for.h"

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
    void write(Address at, Written value, std::optional<cells::Colours> colours = {}) {
        if (at) mark(at, std::move(value)).colours = std::move(colours);
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

/// The figure as the plan holds its own: a percentage as a fraction where the plan's cells have a % format.
static Written as_the_plan_holds_it(const Figure& figure, const Indicator& indicator,
                                    const Figure* in_place) {
    if (!figure.value) return figure.shown;
    const bool fraction = in_place ? in_place->percent : indicator.baseline.percent;
    static const Decimal hundredth = Decimal::quotient(1, 100, 2);
    if (indicator.unit == Unit::percent && fraction) return *figure.value * hundredth;
    return *figure.value;
}

static void add_indicator(Row row, const PlanCells& cells, const IndicatorDecided& decided, Period period,
                          const Framework& framework) {
    const Indicator& indicator = *decided.indicator;
    const StatusWords& words = framework.words(decided.rating.role);
    if (decided.accepted && !decided.actual.blank())
        row.write(cells.actual, as_the_plan_holds_it(decided.actual, indicator, indicator.actual(period)));
    if (decided.accepted && !decided.forecast.blank())
        row.write(cells.forecast,
                  as_the_plan_holds_it(decided.forecast, indicator, indicator.forecast(period)));
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
