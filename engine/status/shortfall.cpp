#include "engine/status/shortfall.h"

namespace engine {

using cells::Decimal;

std::optional<Goal> annual_goal(const Indicator& indicator, int year) {
    Goal goal{indicator.polarity.value_or(Polarity::higher), std::nullopt, indicator.range_from.value,
              indicator.range_to.value};
    if (const Figure* target = indicator.target(year)) goal.target = target->value;
    if (goal.polarity != Polarity::in_range) return goal.target ? std::optional(goal) : std::nullopt;
    if (!goal.from && !goal.to) goal.from = goal.to = goal.target;
    return goal.from || goal.to ? std::optional(goal) : std::nullopt;
}

std::optional<Decimal> Shortfall::per_cent() const {
    if (of.is_zero()) return std::nullopt;
    return Decimal::quotient(by * 100, of, 2);
}

/// Inside the range nothing is short; outside it the nearer end is what was agreed.
static Shortfall beyond_range(const Goal& goal, const Decimal& figure) {
    if (goal.from && figure < *goal.from) return {*goal.from - figure, goal.from->abs()};
    if (goal.to && figure > *goal.to) return {figure - *goal.to, goal.to->abs()};
    return {0, 1};
}

Shortfall shortfall(const Goal& goal, const Decimal& figure) {
    if (goal.polarity == Polarity::in_range) return beyond_range(goal, figure);
    const Decimal& target = *goal.target;
    return {goal.polarity == Polarity::higher ? target - figure : figure - target, target.abs()};
}

Banded banded(const Shortfall& shortfall, bool points, std::span<const Band> bands) {
    Banded result;
    for (const Band& band : bands) {
        result.role = band.role;
        if (!band.at_most) return result;
        result.bound = &band;
        const auto order =
            points ? shortfall.by <=> *band.at_most : shortfall.by * 100 <=> *band.at_most * shortfall.of;
        result.on_boundary = order == 0 && shortfall.is_short();
        if (order < 0 || (order == 0 && band.inclusive)) return result;
    }
    return result;
}

} // namespace engine
