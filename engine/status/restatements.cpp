#include "engine/status/restatements.h"

#include "engine/rules/each.h"

namespace engine {

std::optional<Restated> restated(const Measurement& now, const Return& from, const ReturnedIndicator& row) {
    const Period before = now.period.preceding();
    const Figure* recorded = now.indicator->actual(before);
    if (!recorded || !*recorded || !row.last) return std::nullopt;
    if (rules::agree(*recorded->value, *row.last.value, now.indicator->places)) return std::nullopt;
    return Restated{before, row.last, {from.file, from.indicators_sheet, row.last.at}};
}

Restatement listed(const Restated& restated, const Indicator& indicator, const ReturnedIndicator& row) {
    return {&indicator, &row, restated.period, indicator.actual(restated.period)->shown,
            restated.figure.shown};
}

} // namespace engine
