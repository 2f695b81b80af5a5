#pragma once
// What decides a rating: the framework's own bands and settings, or a variation of them (sensitivities.h).

#include "engine/framework/framework.h"

#include <string>
#include <vector>

namespace engine {

struct RatingRules {
    const Framework* framework = nullptr; ///< for words
    std::vector<Band> bands;
    Settings settings;

    explicit RatingRules(const Framework& of) : framework(&of), bands(of.bands), settings(of.settings) {}

    const std::string& word(StatusRole role) const { return framework->words(role).word; }
};

} // namespace engine
