#include "engine/status/exceptions.h"

#include "engine/status/history.h"

#include <algorithm>

namespace engine {

static bool due(const std::vector<int>& quarters, Period period) {
    return std::ranges::find(quarters, period.quarter) != quarters.end();
}

static bool missed(const IndicatorDecided& decided) {
    return decided.rating.role == StatusRole::missed;
}

/// A KPI owes further information while Red; where the framework reads "targets and baselines" as both, only
/// if it is not known to be better than its baseline (A17).
static bool explains(const IndicatorDecided& decided, const Settings& settings) {
    if (!decided.indicator->kpi || !missed(decided)) return false;
    return !settings.red_against_baseline_too || decided.worse_than_baseline.value_or(true);
}

/// References that were missed under a version of a plan in force then, and are in no plan now (CW-71).
static std::vector<std::string> removed_reds(const Papers& papers) {
    std::vector<std::string> refs;
    const Period before = papers.period.preceding();
    for (const Plan& plan : papers.superseded) {
        if (&version_in_force(papers, plan, before) != &plan) continue;
        for (const Indicator& indicator : plan.indicators)
            if (!find_indicator(papers, indicator.ref.value)
                && rated_then(papers, plan, indicator, before).role == StatusRole::missed)
                refs.push_back(indicator.ref.value);
    }
    return refs;
}

void list_exceptions(const Papers& papers, Decided& decided) {
    const Framework& framework = *papers.framework;
    const bool explained_now = due(framework.duties.red_kpi_quarters, papers.period);
    const bool exceptions_now = due(framework.duties.exception_quarters, papers.period);
    for (std::size_t i = 0; i < decided.indicators.size(); ++i) {
        const IndicatorDecided& indicator = decided.indicators[i];
        const bool missed_before = indicator.previous == StatusRole::missed;
        if (explained_now && explains(indicator, framework.settings)) decided.red_kpis.push_back(i);
        if (exceptions_now && missed_before) decided.exceptions.push_back(i);
        if (missed(indicator) && !missed_before) decided.new_reds.push_back(i);
    }
    if (exceptions_now) decided.removed_reds = removed_reds(papers);
}

} // namespace engine
