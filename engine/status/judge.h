#pragma once
// One figure judged against one goal: the band it falls in, or the policy for a target of nothing and for a
// good range, in words.

#include "engine/status/rating_rules.h"
#include "engine/status/shortfall.h"
#include "engine/status/status_rules.h"

#include <string>
#include <vector>

namespace engine {

struct Judged {
    StatusRole role = StatusRole::none;
    const StatusRule* rule = nullptr; ///< a rule of its own (zero target, good range); else null
    Shortfall shortfall;
    std::string words; ///< "4.34% short of the target; within 5%"; empty where it is not short
    std::vector<std::string> notes;
};

/// Requires: the figure has a value.
Judged judge(const Goal& goal, const Figure& figure, const Indicator& indicator, const RatingRules& rules);

} // namespace engine
