#include "engine/status/judge.h"

#include "engine/status/operands.h"

namespace engine {

using cells::Decimal;

static Decimal compared(const Decimal& figure, const Indicator& indicator, const Settings& settings) {
    return settings.rounding == Settings::Rounding::displayed ? figure.rounded(indicator.places) : figure;
}

static Shortfall distance(Goal goal, const Decimal& figure, const Indicator& indicator,
                          const Settings& settings) {
    for (std::optional<Decimal>* end : {&goal.target, &goal.from, &goal.to})
        if (*end) *end = compared(**end, indicator, settings);
    return shortfall(goal, compared(figure, indicator, settings));
}

static void note_rounding(Judged& judged, const Decimal& figure, const Indicator& indicator,
                          const Settings& settings) {
    if (figure.places() <= indicator.places) return;
    const std::string displayed = figure.to_text(indicator.places);
    judged.notes.push_back(settings.rounding == Settings::Rounding::stored
                               ? "the stored value is compared, not " + displayed + " as displayed (A23)"
                               : "compared as displayed: " + displayed + " (A23)");
}

static std::string in_words(const Judged& judged, const Banded& banded, const Goal& goal, bool points) {
    const Decimal by = points ? judged.shortfall.by : *judged.shortfall.per_cent();
    const std::string unit = points ? " points" : "%";
    std::string words = by.to_text() + unit;
    words += goal.polarity == Polarity::in_range ? " outside the good range"
                                                 : " short of the " + std::string(goal.name);
    if (!banded.bound || banded.role == StatusRole::met) return words;
    const bool inside = banded.bound->role == banded.role;
    const bool inclusive = banded.bound->inclusive;
    const char* const how = inside      ? inclusive ? "within " : "under "
                            : inclusive ? "more than "
                                        : "not under ";
    return words + "; " + how + banded.bound->at_most->to_text() + unit;
}

/// There is no per cent of nothing: a declared policy decides (A8).
static void judge_of_nothing(Judged& judged, const Indicator& indicator, const RatingRules& rules) {
    const bool near = rules.settings.zero_target == Settings::ZeroTarget::near;
    judged.role = near ? StatusRole::near : StatusRole::missed;
    judged.words = in_words(judged.shortfall.by, indicator)
                   + " from a target of nothing, of which there is no per cent: counts as "
                   + rules.word(judged.role) + " (A8)";
}

Judged judge(const Goal& goal, const Figure& figure, const Indicator& indicator, const RatingRules& rules) {
    const Settings& settings = rules.settings;
    Judged judged;
    judged.shortfall = distance(goal, *figure.value, indicator, settings);
    note_rounding(judged, *figure.value, indicator, settings);
    const bool is_short = judged.shortfall.is_short();
    const bool out_of_range = goal.polarity == Polarity::in_range && is_short;
    const bool of_nothing = judged.shortfall.of.is_zero() && is_short;
    if (out_of_range) judged.rule = &status_rules::outside_range;
    if (of_nothing) judged.rule = &status_rules::zero_target;

    if (out_of_range && settings.outside_range == Settings::OutsideRange::missed) {
        judged.rule = &status_rules::outside_range;
        judged.role = StatusRole::missed;
        judged.words = "outside the good range, which has no tolerance (A9)";
        return judged;
    }
    if (of_nothing && settings.zero_target != Settings::ZeroTarget::points) {
        judge_of_nothing(judged, indicator, rules);
        return judged;
    }
    const bool points =
        of_nothing || (settings.tolerance == Settings::Tolerance::points && indicator.unit == Unit::percent);
    const Banded band = banded(judged.shortfall, points, rules.bands);
    judged.role = band.role;
    if (is_short) judged.words = in_words(judged, band, goal, points);
    if (band.on_boundary)
        judged.notes.push_back("exactly on the boundary: counts as " + rules.word(band.role) + " (A2)");
    return judged;
}

} // namespace engine
