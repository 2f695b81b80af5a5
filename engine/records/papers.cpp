#include "engine/records/papers.h"

#include "engine/figures/words.h"

namespace engine {

bool same_ref(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const auto squeezed = [](std::string_view text) {
        std::string plain = words::plain(text);
        std::erase(plain, ' ');
        return plain;
    };
    // Nearly all references that differ do so in their last character.
    const auto last = [](std::string_view text) { return text.empty() ? '\0' : text.back(); };
    if (last(a) >= '0' && last(a) <= '9' && last(b) >= '0' && last(b) <= '9' && last(a) != last(b))
        return false;
    return squeezed(a) == squeezed(b);
}

PlannedIndicator find_indicator(const Papers& papers, std::string_view ref) {
    if (ref.empty()) return {};
    for (const Plan& plan : papers.plans)
        for (const Indicator& indicator : plan.indicators)
            if (same_ref(indicator.ref.value, ref)) return {&plan, &indicator};
    return {};
}

PlannedActionAt find_action(const Papers& papers, std::string_view ref) {
    if (ref.empty()) return {};
    for (const Plan& plan : papers.plans)
        for (const PlannedAction& action : plan.actions)
            if (same_ref(action.ref.value, ref)) return {&plan, &action};
    return {};
}

} // namespace engine
