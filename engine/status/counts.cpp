#include "engine/status/counts.h"

#include <algorithm>

namespace engine {

static void add(Counts& counts, const IndicatorDecided& decided) {
    ++counts.statuses[static_cast<std::size_t>(decided.rating.role)];
    ++counts.travel[static_cast<std::size_t>(decided.direction.direction)];
    ++counts.indicators;
    if (decided.indicator->kpi) ++counts.kpis;
}

static void add(Counts& counts, const ActionDecided& decided) {
    ++counts.actions[static_cast<std::size_t>(decided.status)];
    ++counts.action_total;
}

static std::string theme_of(const Plan& plan, const Framework& framework) {
    if (!plan.theme.blank()) return plan.theme.value;
    const auto priority = std::ranges::find(framework.priorities, plan.priority, &Priority::number);
    return priority == framework.priorities.end() ? std::string() : priority->theme;
}

/// The counts of a name, added at the end where it is new: themes stand in the plans' order.
static Counts& of_theme(Decided& decided, const std::string& theme) {
    for (auto& [name, counts] : decided.by_theme)
        if (name == theme) return counts;
    return decided.by_theme.emplace_back(theme, Counts{}).second;
}

void count(const Papers& papers, Decided& decided) {
    for (const Plan& plan : papers.plans) {
        Counts& of_plan = decided.by_plan.emplace_back(&plan, Counts{}).second;
        Counts& theme = of_theme(decided, theme_of(plan, *papers.framework));
        const auto add_all = [&](const auto& items) {
            for (const auto& item : items)
                if (item.plan == &plan)
                    for (Counts* counts : {&of_plan, &theme, &decided.council}) add(*counts, item);
        };
        add_all(decided.indicators);
        add_all(decided.actions);
    }
}

} // namespace engine
