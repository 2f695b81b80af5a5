#include "engine/status/sensitivities.h"

#include "engine/status/rate_indicator.h"

#include <array>

namespace engine {

/// Another reading: its words, and what it changes in the rules.
struct Reading {
    std::string (*words)(const RatingRules& rules);
    void (*apply)(RatingRules& rules);
};

/// "5%" of the bands that have an end beyond zero.
static std::string bounds(const RatingRules& rules) {
    std::string bounds;
    for (const Band& band : rules.bands)
        if (band.at_most && !band.at_most->is_zero())
            bounds += (bounds.empty() ? "" : ", ") + band.at_most->to_text() + "%";
    return bounds;
}

static constexpr std::array<Reading, 4> readings = {{
    {[](const RatingRules& rules) {
         return rules.settings.tolerance == Settings::Tolerance::relative
                    ? bounds(rules) + " as percentage points (A1)"
                    : bounds(rules) + " relative to the target (A1)";
     },
     [](RatingRules& rules) {
         rules.settings.tolerance = rules.settings.tolerance == Settings::Tolerance::relative
                                        ? Settings::Tolerance::points
                                        : Settings::Tolerance::relative;
     }},
    {[](const RatingRules& rules) { return "the other status for exactly " + bounds(rules) + " (A2)"; },
     [](RatingRules& rules) {
         for (Band& band : rules.bands)
             if (band.at_most && !band.at_most->is_zero()) band.inclusive = !band.inclusive;
     }},
    {[](const RatingRules& rules) -> std::string {
         return rules.settings.rounding == Settings::Rounding::stored ? "compared as displayed (A23)"
                                                                      : "compared as stored (A23)";
     },
     [](RatingRules& rules) {
         rules.settings.rounding = rules.settings.rounding == Settings::Rounding::stored
                                       ? Settings::Rounding::displayed
                                       : Settings::Rounding::stored;
     }},
    {[](const RatingRules&) -> std::string { return "without the forecast (A4)"; },
     [](RatingRules& rules) { rules.settings.on_track = Settings::OnTrack::actual_only; }},
}};

std::vector<Sensitivity> sensitivities(const Measurement& measurement, const Rating& rating,
                                       const Framework& framework) {
    std::vector<Sensitivity> found;
    if (rating.role == StatusRole::none || rating.role == StatusRole::measured) return found;
    const RatingRules own(framework);
    for (const Reading& reading : readings) {
        RatingRules other = own;
        reading.apply(other);
        const StatusRole role = rate_indicator(measurement, other).role;
        if (role != rating.role) found.push_back({reading.words(own), role});
    }
    return found;
}

} // namespace engine
