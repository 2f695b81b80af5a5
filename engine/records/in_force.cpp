#include "engine/records/in_force.h"

#include "engine/framework/framework.h"

#include <algorithm>
#include <tuple>

namespace engine {

static cells::Date effective_date(const Plan& plan, const Framework& framework) {
    return plan.effective.date.value_or(framework.plan_first);
}

void place_plans(Papers& papers, std::vector<Plan> plans) {
    const Framework& framework = *papers.framework;
    const cells::Date end = last_day(papers.period, framework.first_month);
    std::ranges::stable_sort(plans, [&](const Plan& a, const Plan& b) {
        return std::tuple(a.priority, effective_date(a, framework))
               < std::tuple(b.priority, effective_date(b, framework));
    });
    // All are compared before any is moved away.
    std::vector<std::vector<Plan>*> places;
    for (auto plan = plans.begin(); plan != plans.end(); ++plan) {
        const cells::Date from = effective_date(*plan, framework);
        // A later version that has taken effect by then. A plan whose priority could not be read replaces
        // none.
        const bool replaced =
            plan->priority != 0 && std::any_of(plan + 1, plans.end(), [&](const Plan& later) {
                const cells::Date since = effective_date(later, framework);
                return later.priority == plan->priority && since > from && since <= end;
            });
        places.push_back(from > end ? &papers.upcoming : replaced ? &papers.superseded : &papers.plans);
    }
    for (std::size_t i = 0; i < plans.size(); ++i) places[i]->push_back(std::move(plans[i]));
}

} // namespace engine
