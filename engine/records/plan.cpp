#include "engine/records/plan.h"

namespace engine {

template <class Map, class Key>
static const Figure* figure_at(const Map& figures, const Key& key) {
    const auto found = figures.find(key);
    return found == figures.end() ? nullptr : &found->second;
}

const Figure* Indicator::target(int year) const {
    return figure_at(targets, year);
}

const Figure* Indicator::profile(Period period) const {
    return figure_at(profiled, period);
}

const Figure* Indicator::actual(Period period) const {
    return figure_at(actuals, period);
}

const Figure* Indicator::forecast(Period period) const {
    return figure_at(forecasts, period);
}

const DateField& PlannedAction::end_as_of(Period period) const {
    for (auto after = revised.upper_bound(period); after != revised.begin();) {
        --after;
        if (after->second.date) return after->second;
    }
    return end;
}

} // namespace engine
