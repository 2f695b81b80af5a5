#include "engine/status/history.h"

#include "engine/status/decide.h"
#include "engine/status/rate_indicator.h"

#include <algorithm>

namespace engine {

static cells::Date effective_date(const Plan& plan, const Framework& framework) {
    return plan.effective.date.value_or(framework.plan_first);
}

const Plan& version_in_force(const Papers& papers, const Plan& plan, Period period) {
    const Framework& framework = *papers.framework;
    const cells::Date end = last_day(period, framework.first_month);
    const Plan* latest = nullptr;
    const Plan* earliest = &plan;
    for (const std::vector<Plan>* plans : {&papers.superseded, &papers.plans})
        for (const Plan& version : *plans) {
            if (plan.priority == 0 || version.priority != plan.priority) continue;
            const cells::Date from = effective_date(version, framework);
            if (from < effective_date(*earliest, framework)) earliest = &version;
            if (from <= end && (!latest || from > effective_date(*latest, framework))) latest = &version;
        }
    return latest ? *latest : *earliest;
}

const Indicator* find_in(const Plan& plan, const Indicator& indicator) {
    if (indicator.ref.blank()) return nullptr;
    const auto found = std::ranges::find_if(plan.indicators, [&](const Indicator& other) {
        return same_ref(other.ref.value, indicator.ref.value);
    });
    return found == plan.indicators.end() ? nullptr : &*found;
}

Measurement measured_then(const Papers& papers, const Plan& plan, const Indicator& indicator, Period period) {
    Measurement newest = as_recorded(plan, indicator, period);
    const Plan& version = version_in_force(papers, plan, period);
    const Indicator* then = &version == &plan ? nullptr : find_in(version, indicator);
    if (!then) return newest;
    Measurement measurement = as_recorded(version, *then, period);
    if (newest.actual.blank() && newest.forecast.blank()) return measurement;
    measurement.actual = std::move(newest.actual);
    measurement.forecast = std::move(newest.forecast);
    measurement.place = std::move(newest.place);
    return measurement;
}

Rating rate_history(const Indicator& indicator, const Plan& plan, Period period, const Framework& framework) {
    return rate_indicator(as_recorded(plan, indicator, period), RatingRules(framework));
}

Rating rated_then(const Papers& papers, const Plan& plan, const Indicator& indicator, Period period) {
    return rate_indicator(measured_then(papers, plan, indicator, period), RatingRules(*papers.framework));
}

int missed_in_a_row(const Papers& papers, const Plan& plan, const Indicator& indicator, Period last) {
    int run = 0;
    while (rated_then(papers, plan, indicator, last).role == StatusRole::missed) {
        ++run;
        last = last.preceding();
    }
    return run;
}

} // namespace engine
