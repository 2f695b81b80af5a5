#include "engine/status/rate_indicator.h"

#include "engine/status/judge.h"
#include "engine/status/operands.h"

namespace engine {

namespace {

class Rater {
public:
    Rater(const Measurement& measurement, const RatingRules& rules)
        : m_(measurement), indicator_(*measurement.indicator), rules_(rules),
          annual_(annual_goal(indicator_, m_.period.year)) {}

    Rating rate() const;

private:
    std::vector<MeasuredReason> measured_reasons_held() const;
    Rating measured(const std::vector<MeasuredReason>& held) const;
    std::optional<Rating> unrated() const;
    Rating without_actual() const;
    Rating unrated_because(const StatusRule& rule, std::string words) const;

    bool forecast_counts() const;
    std::optional<Goal> goal_of_actual() const;
    std::optional<Rating> achieved() const;
    Rating by_forecast() const;
    Rating by_actual(const Goal& goal) const;
    Judged judged(const Goal& goal, const Figure& figure) const {
        return judge(goal, figure, indicator_, rules_);
    }

    Rating rated(const StatusRule& rule, Judged judged, Basis basis, std::string words) const;
    void add_figures(Reason& reason) const;
    void add_goal(Reason& reason, Basis basis) const;

    const Measurement& m_;
    const Indicator& indicator_;
    const RatingRules& rules_;
    std::optional<Goal> annual_;
};

} // namespace

// M: one of the four published reasons, and no other (CW-27)

std::vector<MeasuredReason> Rater::measured_reasons_held() const {
    std::vector<MeasuredReason> held;
    const bool year_rated = m_.year_end() && rules_.settings.annual_rated_at_year_end;
    if (indicator_.frequency == Frequency::annual && !year_rated) held.push_back(MeasuredReason::annual);
    const bool told = m_.actual || m_.forecast || m_.actual.marker == Marker::suppressed;
    if (indicator_.frequency == Frequency::survey && !told) held.push_back(MeasuredReason::survey);
    if (!annual_) held.push_back(MeasuredReason::target);
    if (!indicator_.baseline) held.push_back(MeasuredReason::baseline);
    return held;
}

Rating Rater::measured(const std::vector<MeasuredReason>& held) const {
    static constexpr std::array<const StatusRule*, measured_reasons> by_reason = {
        &status_rules::measured_annual, &status_rules::measured_survey, &status_rules::measured_target,
        &status_rules::measured_baseline};
    const auto index = [](MeasuredReason r) { return static_cast<std::size_t>(r); };
    const auto& published = rules_.framework->reasons;
    Rating rating;
    rating.role = StatusRole::measured;
    rating.measured = held.front(); // they are in the published order
    rating.reason = reason(*by_reason[index(held.front())], published[index(held.front())]);
    add_figures(rating.reason);
    for (std::size_t i = 1; i < held.size(); ++i)
        rating.reason.notes.push_back("also: " + published[index(held[i])]);
    return rating;
}

// Not rated: none of the four reasons for M, and not a colour either (CW-28)

Rating Rater::unrated_because(const StatusRule& rule, std::string words) const {
    Rating rating;
    rating.reason = reason(rule, std::move(words));
    add_figures(rating.reason);
    return rating;
}

Rating Rater::without_actual() const {
    const std::string shown = " (\"" + m_.actual.shown + "\")";
    std::string words = "no figure was returned";
    switch (m_.actual.marker) {
    case Marker::pending:
        words = "the figure is awaited" + shown;
        break;
    case Marker::not_applicable:
        words = "the service says that there is none" + shown;
        break;
    case Marker::unreadable:
    case Marker::excel_error:
    case Marker::out_of_range:
        words = "what the cell holds is no figure" + shown;
        break;
    case Marker::uncalculated:
        words = "the cell's formula was never calculated";
        break;
    default:
        if (m_.forecast && m_.year_end())
            words = "no actual was returned, and at the year's end the actual decides";
    }
    return unrated_because(status_rules::no_return, std::move(words));
}

std::optional<Rating> Rater::unrated() const {
    if (!indicator_.polarity)
        return unrated_because(status_rules::no_polarity,
                               "the plan does not say whether higher or lower is better");
    if (m_.actual.marker == Marker::suppressed)
        return unrated_because(status_rules::suppressed,
                               "the figure is suppressed (\"" + m_.actual.shown + "\")");
    if (!m_.actual && !forecast_counts()) return without_actual();
    return std::nullopt;
}

// Rated

bool Rater::forecast_counts() const {
    return m_.forecast && !m_.year_end() && rules_.settings.on_track != Settings::OnTrack::actual_only;
}

/// What the actual is held against: at the year's end the year's target; within the year the profiled target,
/// or the year's for a snapshot without one. A cumulative measure without a profile has nothing.
std::optional<Goal> Rater::goal_of_actual() const {
    if (m_.year_end()) return annual_;
    const Figure* profiled = indicator_.profile(m_.period);
    if (profiled && profiled->value && annual_->polarity != Polarity::in_range
        && rules_.settings.on_track != Settings::OnTrack::forecast_only)
        return Goal{annual_->polarity, profiled->value, std::nullopt, std::nullopt, "profiled target"};
    return indicator_.measured == Measured::snapshot ? annual_ : std::nullopt;
}

std::optional<Rating> Rater::achieved() const {
    if (!m_.actual) return std::nullopt;
    std::string note;
    Judged best;
    const auto goal = goal_of_actual();
    if (goal) best = judged(*goal, m_.actual);
    // A cumulative measure only grows: one that has the year's target keeps it.
    if (best.role != StatusRole::met && indicator_.measured == Measured::cumulative
        && annual_->polarity == Polarity::higher) {
        best = judged(*annual_, m_.actual);
        note = "the year's target is reached already";
    }
    if (best.role != StatusRole::met) return std::nullopt;
    const std::string against = goal && note.empty() ? goal->name : annual_->name;
    Rating rating = rated(status_rules::achieved, best, Basis::actual, "at or better than the " + against);
    if (!note.empty()) rating.reason.notes.push_back(std::move(note));
    if (forecast_counts() && judged(*annual_, m_.forecast).role != StatusRole::met)
        rating.reason.notes.emplace_back("achieved, but the forecast misses the target");
    return rating;
}

Rating Rater::by_forecast() const {
    Judged forecast = judged(*annual_, m_.forecast);
    if (!forecast.words.empty()) forecast.words.insert(0, "by the forecast ");
    const bool met = forecast.role == StatusRole::met;
    return rated(met ? status_rules::on_track : status_rules::short_by_forecast, std::move(forecast),
                 Basis::forecast,
                 met ? "on track: the forecast for the year's end is at or better than the target" : "");
}

Rating Rater::by_actual(const Goal& goal) const {
    return rated(status_rules::short_by_actual, judged(goal, m_.actual), Basis::actual, "");
}

Rating Rater::rate() const {
    if (const auto held = measured_reasons_held(); !held.empty()) return measured(held);
    if (auto rating = unrated()) return *std::move(rating);
    if (auto rating = achieved()) return *std::move(rating);
    if (forecast_counts()) return by_forecast();
    if (const auto goal = goal_of_actual()) return by_actual(*goal);
    return unrated_because(status_rules::not_comparable, "not comparable: needs a profile or a forecast");
}

// The reason

void Rater::add_figures(Reason& reason) const {
    if (!m_.actual.blank()) reason.operands.push_back(operand("actual", m_.actual, indicator_, m_.place));
    if (!m_.forecast.blank())
        reason.operands.push_back(operand("year-end forecast", m_.forecast, indicator_, m_.place));
    if (m_.actual.marker == Marker::provisional) reason.notes.emplace_back("the actual is provisional");
    if (m_.actual.marker == Marker::estimate) reason.notes.emplace_back("the actual is an estimate");
}

/// The profiled target where it decided, and always what the year is held against.
void Rater::add_goal(Reason& reason, Basis basis) const {
    const auto add = [&](std::string name, const Figure* figure) {
        if (figure && !figure->blank())
            reason.operands.push_back(operand(std::move(name), *figure, indicator_, m_.plan_place()));
    };
    const Figure* profiled = indicator_.profile(m_.period);
    const auto goal = goal_of_actual();
    if (basis == Basis::actual && !m_.year_end() && profiled && goal && goal->target == profiled->value)
        add("profiled target for " + to_text(m_.period), profiled);
    if (annual_->polarity == Polarity::in_range) {
        add("range from", &indicator_.range_from);
        add("range to", &indicator_.range_to);
    }
    add("target for " + year_text(m_.period.year), indicator_.target(m_.period.year));
}

/// `words` stand where the judgement has none of its own: a figure that is not short.
Rating Rater::rated(const StatusRule& rule, Judged judged, Basis basis, std::string words) const {
    Rating rating;
    rating.role = judged.role;
    rating.basis = basis;
    if (judged.shortfall.is_short()) rating.shortfall = judged.shortfall.per_cent();
    rating.reason = reason(judged.rule && judged.role != StatusRole::met ? *judged.rule : rule,
                           judged.words.empty() ? std::move(words) : std::move(judged.words));
    add_figures(rating.reason);
    add_goal(rating.reason, basis);
    rating.reason.notes.insert(rating.reason.notes.end(), judged.notes.begin(), judged.notes.end());
    return rating;
}

/// A3 under the strict reading: without a word of what brings it back on track, near is missed.
static void require_narrative(Rating& rating, const Measurement& m, const RatingRules& rules) {
    if (rating.role != StatusRole::near || m.narrative.value_or(true)
        || rules.settings.amber_needs_narrative != Settings::NarrativeMissing::missed)
        return;
    rating.role = StatusRole::missed;
    rating.reason.rule = status_rules::no_narrative.id;
    rating.reason.notes.push_back("no corrective action is described, which " + rules.word(StatusRole::near)
                                  + " requires (A3)");
}

Rating rate_indicator(const Measurement& measurement, const RatingRules& rules) {
    Rating rating = Rater(measurement, rules).rate();
    require_narrative(rating, measurement, rules);
    return rating;
}

} // namespace engine
