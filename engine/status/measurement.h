#pragma once
// What is known of one indicator in one period: the plan's side (targets, profile, baseline) and the figures
// that stand for performance, wherever they were read. A rating is made from this and the framework alone.

#include "engine/records/papers.h"

#include <optional>
#include <string>

namespace engine {

struct Measurement {
    const Plan* plan = nullptr; ///< in force in the period
    const Indicator* indicator = nullptr;
    Period period;
    Figure actual, forecast;
    Place place; ///< file and sheet of the two figures
    /// Whether actions to bring performance back on track are described; nothing where that is not known.
    std::optional<bool> narrative;

    bool year_end() const { return period.quarter == 4; }
    Place plan_place() const { return {plan->file, indicator->sheet, {}}; }
};

/// As a return says it.
Measurement as_returned(const Plan& plan, const Indicator& indicator, Period period, const Return& from,
                        const ReturnedIndicator& row);
/// As the plan's own history says it.
Measurement as_recorded(const Plan& plan, const Indicator& indicator, Period period);
/// Without a figure: nothing was returned.
Measurement without_figures(const Plan& plan, const Indicator& indicator, Period period);

} // namespace engine
