#include "engine/status/direction.h"

#include "engine/status/definition_change.h"
#include "engine/status/operands.h"
#include "engine/status/shortfall.h"

#include <algorithm>

namespace engine {

using cells::Decimal;

namespace {

/// One side of a comparison.
struct Side {
    const Measurement* from = nullptr;
    Basis basis = Basis::actual;

    const Figure& figure() const { return basis == Basis::actual ? from->actual : from->forecast; }
    Operand operand() const {
        return engine::operand((basis == Basis::actual ? "actual for " : "year-end forecast of ")
                                   + to_text(from->period),
                               figure(), *from->indicator, from->place);
    }
};

class Comparison {
public:
    Comparison(const Measurement& now, const Papers& papers, const std::optional<Restated>& restated)
        : now_(now), indicator_(*now.indicator), papers_(papers), settings_(papers.framework->settings),
          restated_(restated) {}

    DirectionOfTravel compare() const;

private:
    bool cumulative_in_year() const {
        return indicator_.measured == Measured::cumulative && !now_.year_end();
    }
    Measurement then(Period period) const;
    DirectionOfTravel compared(const StatusRule& rule, Side now, Side then) const;
    std::optional<DirectionOfTravel> like_with_like(const Measurement& then) const;
    std::optional<DirectionOfTravel> mixed(const Measurement& then) const;
    DirectionOfTravel by_increment() const;
    DirectionOfTravel by_share() const;
    DirectionOfTravel in_year_cumulative() const;

    Direction order(const Decimal& now, const Decimal& then) const;
    Direction judged(const Decimal& now, const Decimal& then) const;
    void withhold_across_change(DirectionOfTravel& direction) const;

    const Measurement& now_;
    const Indicator& indicator_;
    const Papers& papers_;
    const Settings& settings_;
    const std::optional<Restated>& restated_;
};

} // namespace

/// How far a figure is from being good, so that less is always better.
static Decimal badness(const Decimal& figure, const Indicator& indicator, int year) {
    switch (*indicator.polarity) {
    case Polarity::higher:
        return -figure;
    case Polarity::lower:
        return figure;
    case Polarity::in_range:
        break;
    }
    const auto goal = annual_goal(indicator, year);
    return goal ? shortfall(*goal, figure).by : Decimal(0);
}

Direction Comparison::order(const Decimal& now, const Decimal& then) const {
    const auto difference =
        badness(now, indicator_, now_.period.year) <=> badness(then, indicator_, now_.period.year);
    if (difference == 0) return Direction::maintained;
    return difference < 0 ? Direction::improving : Direction::declining;
}

/// Whether `now` is within so many per cent of `then`. Products of figures have too many places for a
/// difference of theirs to fit into a Decimal; but each fits with the tolerance on it.
static bool within(const Decimal& now, const Decimal& then, const Decimal& per_cent) {
    const auto [low, high] = std::minmax({then * (Decimal(100) - per_cent), then * (per_cent + 100)});
    return low <= now * 100 && now * 100 <= high;
}

/// In line is equal at the published precision, or within the declared tolerance (A7).
Direction Comparison::judged(const Decimal& now, const Decimal& then) const {
    const auto& tolerance = settings_.maintained_within;
    if (tolerance && within(now, then, *tolerance)) return Direction::maintained;
    return order(now.rounded(indicator_.places), then.rounded(indicator_.places));
}

Measurement Comparison::then(Period period) const {
    Measurement measurement = measured_then(papers_, *now_.plan, indicator_, period);
    if (restated_ && restated_->period == period) {
        measurement.actual = restated_->figure;
        measurement.place = restated_->place;
    }
    return measurement;
}

DirectionOfTravel no_direction(std::string words) {
    DirectionOfTravel direction;
    direction.reason = reason(status_rules::not_measured, std::move(words));
    return direction;
}

static DirectionOfTravel withheld(const StatusRule& rule, Period with, std::string words) {
    DirectionOfTravel direction;
    direction.compared_with = with;
    direction.reason = reason(rule, std::move(words));
    return direction;
}

DirectionOfTravel Comparison::compared(const StatusRule& rule, Side now, Side then) const {
    DirectionOfTravel direction;
    direction.direction = judged(*now.figure().value, *then.figure().value);
    direction.now = now.basis;
    direction.then = then.basis;
    direction.compared_with = then.from->period;
    direction.reason = reason(rule, now.operand().value + " against " + then.operand().value + " in "
                                        + to_text(then.from->period));
    direction.reason.operands = {now.operand(), then.operand()};
    if (restated_ && restated_->period == then.from->period && then.basis == Basis::actual)
        direction.reason.notes.emplace_back("the earlier figure is restated by the service");
    if (settings_.maintained_within)
        direction.reason.notes.push_back("a change of up to " + settings_.maintained_within->to_text()
                                         + "% counts as no change (A7)");
    return direction;
}

std::optional<DirectionOfTravel> Comparison::like_with_like(const Measurement& then) const {
    if (now_.actual && then.actual)
        return compared(status_rules::actuals_compared, {&now_, Basis::actual}, {&then, Basis::actual});
    if (now_.forecast && then.forecast)
        return compared(status_rules::forecasts_compared, {&now_, Basis::forecast}, {&then, Basis::forecast});
    return std::nullopt;
}

/// What happened so far with what is expected by the year's end: of a cumulative measure two different
/// things.
std::optional<DirectionOfTravel> Comparison::mixed(const Measurement& then) const {
    if (cumulative_in_year() || settings_.mixed_direction == Settings::Mixed::never) return std::nullopt;
    const Basis now_basis = now_.actual ? Basis::actual : Basis::forecast;
    const Basis then_basis = then.actual ? Basis::actual : Basis::forecast;
    const Side now{&now_, now_basis};
    const Side earlier{&then, then_basis};
    if (!now.figure() || !earlier.figure()) return std::nullopt;
    DirectionOfTravel direction = compared(status_rules::mixed_compared, now, earlier);
    direction.reason.notes.emplace_back("an actual is compared with a forecast (A5)");
    return direction;
}

/// The quarter's own part of a cumulative figure; nothing where a figure for it is missing.
static std::optional<Decimal> increment(const Measurement& quarter, const Measurement& before) {
    if (!quarter.actual) return std::nullopt;
    if (quarter.period.quarter == 1) return quarter.actual.value;
    if (!before.actual) return std::nullopt;
    return *quarter.actual.value - *before.actual.value;
}

DirectionOfTravel Comparison::by_increment() const {
    const Period last = now_.period.preceding();
    const Measurement then_quarter = then(last);
    const Measurement before = then(last.preceding());
    const auto now_part = increment(now_, then_quarter);
    const auto then_part = increment(then_quarter, before);
    if (!now_part || !then_part)
        return withheld(status_rules::no_comparator, last,
                        "no comparator: an earlier quarter's own increment is not known");
    DirectionOfTravel direction =
        compared(status_rules::increments_compared, {&now_, Basis::actual}, {&then_quarter, Basis::actual});
    direction.direction = judged(*now_part, *then_part);
    direction.reason.words = in_words(*now_part, indicator_) + " in the quarter against "
                             + in_words(*then_part, indicator_) + " in " + to_text(last);
    direction.reason.notes.emplace_back("cumulative: the quarters' own increments are compared (A6)");
    if (before.actual) direction.reason.operands.push_back(Side{&before, Basis::actual}.operand());
    return direction;
}

DirectionOfTravel Comparison::by_share() const {
    const Period last = now_.period.preceding();
    const Measurement earlier = then(last);
    const Figure* now_profile = indicator_.profile(now_.period);
    const Figure* then_profile = earlier.indicator->profile(last);
    const auto usable = [](const Figure* profile) {
        return profile && *profile && !profile->value->is_zero();
    };
    if (!now_.actual || !earlier.actual || !usable(now_profile) || !usable(then_profile))
        return withheld(status_rules::no_comparator, last,
                        "no comparator: both quarters need an actual and a profiled target");
    DirectionOfTravel direction =
        compared(status_rules::shares_compared, {&now_, Basis::actual}, {&earlier, Basis::actual});
    // a/p against b/q is a*q against b*p: nothing is divided but for the words.
    const Decimal now_share = *now_.actual.value * *then_profile->value;
    const Decimal then_share = *earlier.actual.value * *now_profile->value;
    const auto& tolerance = settings_.maintained_within;
    const bool in_line = tolerance && within(now_share, then_share, *tolerance);
    direction.direction = in_line ? Direction::maintained : order(now_share, then_share);
    const auto share = [](const Figure& actual, const Figure& profile) {
        return Decimal::quotient(*actual.value * 100, *profile.value, 1).to_text() + "%";
    };
    direction.reason.words = share(now_.actual, *now_profile) + " of the profiled target against "
                             + share(earlier.actual, *then_profile) + " in " + to_text(last);
    direction.reason.notes.emplace_back("cumulative: shares of the profiled target are compared (A6)");
    return direction;
}

/// Three months are not compared with twelve (CW-44). Forecasts are all of a whole year, and may be.
DirectionOfTravel Comparison::in_year_cumulative() const {
    if (*indicator_.polarity != Polarity::in_range) { // a range is the whole year's: no part of it is good
        if (settings_.cumulative_direction == Settings::Cumulative::increment) return by_increment();
        if (settings_.cumulative_direction == Settings::Cumulative::share_of_profile) return by_share();
    }
    const Period year_before = now_.period.year_before();
    const Measurement last_year = then(year_before);
    if (now_.actual && last_year.actual) {
        DirectionOfTravel direction =
            compared(status_rules::actuals_compared, {&now_, Basis::actual}, {&last_year, Basis::actual});
        direction.reason.notes.emplace_back("cumulative: the same quarter last year is compared (A6)");
        return direction;
    }
    const Measurement last_quarter = then(now_.period.preceding());
    if (now_.forecast && last_quarter.forecast)
        return compared(status_rules::forecasts_compared, {&now_, Basis::forecast},
                        {&last_quarter, Basis::forecast});
    return withheld(status_rules::no_comparator, year_before,
                    "no comparator: a cumulative figure needs that of the same quarter last year");
}

void Comparison::withhold_across_change(DirectionOfTravel& direction) const {
    if (direction.now == Basis::none) return;
    const auto change =
        definition_change(papers_, *now_.plan, indicator_, direction.compared_with, now_.period);
    if (!change) return;
    DirectionOfTravel instead =
        withheld(status_rules::definition_changed, direction.compared_with, change->words);
    instead.reason.operands = std::move(direction.reason.operands);
    instead.reason.operands.insert(instead.reason.operands.end(), change->operands.begin(),
                                   change->operands.end());
    direction = std::move(instead);
}

DirectionOfTravel Comparison::compare() const {
    if (!now_.actual && !now_.forecast) return no_direction("no figure in this period");
    if (!indicator_.polarity) return no_direction("the plan does not say whether higher or lower is better");
    DirectionOfTravel direction;
    if (cumulative_in_year()) {
        direction = in_year_cumulative();
    } else {
        const Period with = now_.year_end() ? now_.period.year_before() : now_.period.preceding();
        const Measurement earlier = then(with);
        if (auto like = like_with_like(earlier))
            direction = *std::move(like);
        else if (auto other = mixed(earlier))
            direction = *std::move(other);
        else
            direction = withheld(status_rules::no_comparator, with,
                                 "no comparator: no such figure for " + to_text(with));
    }
    withhold_across_change(direction);
    return direction;
}

DirectionOfTravel direction_of(const Measurement& now, const Papers& papers,
                               const std::optional<Restated>& restated) {
    return Comparison(now, papers, restated).compare();
}

} // namespace engine
