#include "engine/status/measurement.h"

namespace engine {

Measurement without_figures(const Plan& plan, const Indicator& indicator, Period period) {
    Measurement measurement;
    measurement.plan = &plan;
    measurement.indicator = &indicator;
    measurement.period = period;
    return measurement;
}

Measurement as_returned(const Plan& plan, const Indicator& indicator, Period period, const Return& from,
                        const ReturnedIndicator& row) {
    Measurement measurement = without_figures(plan, indicator, period);
    measurement.actual = row.actual;
    measurement.forecast = row.forecast;
    measurement.place = {from.file, from.indicators_sheet, {}};
    measurement.narrative = !row.corrective.blank();
    return measurement;
}

Measurement as_recorded(const Plan& plan, const Indicator& indicator, Period period) {
    Measurement measurement = without_figures(plan, indicator, period);
    if (const Figure* actual = indicator.actual(period)) measurement.actual = *actual;
    if (const Figure* forecast = indicator.forecast(period)) measurement.forecast = *forecast;
    measurement.place = {plan.file, indicator.sheet, {}};
    return measurement;
}

} // namespace engine
