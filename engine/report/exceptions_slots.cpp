#include "engine/report/exceptions_slots.h"

#include "engine/report/indicator_slots.h"
#include "engine/report/slot_values.h"

#include <algorithm>
#include <compare>
#include <optional>

namespace engine {

using cells::SlotScope;

static bool due(const std::vector<int>& quarters, Period period) {
    return std::ranges::find(quarters, period.quarter) != quarters.end();
}

/// How one figure stands to another in the indicator's own terms: greater is better. Nothing where a range is
/// good, since both may be outside it.
static std::optional<std::strong_ordering> standing(const Figure& ours, const Figure& theirs,
                                                    const Indicator& indicator) {
    if (!ours || !theirs || !indicator.polarity || *indicator.polarity == Polarity::in_range)
        return std::nullopt;
    return *indicator.polarity == Polarity::higher ? *ours.value <=> *theirs.value
                                                   : *theirs.value <=> *ours.value;
}

std::vector<SlotScope> further_information(const Papers& papers, const Decided& decided) {
    const Framework& framework = *papers.framework;
    if (!due(framework.duties.red_kpi_quarters, decided.period)) return {};
    SlotScope part;
    auto& rows = part.blocks["red_kpi"];
    for (const std::size_t index : decided.red_kpis) {
        const IndicatorDecided& indicator = decided.indicators[index];
        rows.push_back(indicator_slots(indicator, framework));
        rows.back().fields["worse_than_baseline"] = text_slot(!indicator.worse_than_baseline   ? ""
                                                              : *indicator.worse_than_baseline ? "Yes"
                                                                                               : "No");
    }
    return {std::move(part)};
}

static SlotScope progress_row(const IndicatorDecided& decided, const Framework& framework) {
    SlotScope row = indicator_slots(decided, framework);
    row.fields["was"] = decided.previous ? status_slot(*decided.previous, framework) : cells::SlotValue{};
    row.fields["now"] = status_slot(decided.rating.role, framework);
    row.fields["run"] = number_slot(decided.rating.role == StatusRole::missed ? decided.red_run : 0);
    return row;
}

/// A measure that was red when the plan was refreshed, and is in the plan no more: what the old plan says of
/// it.
static SlotScope removed_row(const Papers& papers, const std::string& ref) {
    IndicatorDecided then;
    for (const Plan& plan : papers.superseded)
        for (const Indicator& indicator : plan.indicators)
            if (indicator.ref.value == ref) {
                then.plan = &plan;
                then.indicator = &indicator;
                then.baseline = indicator.baseline;
                then.direction.compared_with = papers.period.preceding();
                then.direction.then = Basis::actual;
                if (const Figure* target = indicator.target(papers.period.preceding().year))
                    then.target = *target;
            }
    if (!then.indicator) return {};
    then.previous = StatusRole::missed;
    SlotScope row = progress_row(then, *papers.framework);
    row.fields["now"] = text_slot("Removed at refresh");
    return row;
}

std::vector<SlotScope> progress(const Papers& papers, const Decided& decided) {
    const Framework& framework = *papers.framework;
    if (!due(framework.duties.exception_quarters, decided.period)) return {};
    SlotScope part;
    part.fields["previous"] = text_slot(to_text(decided.period.preceding()));
    auto& then_red = part.blocks["exception"];
    for (const std::size_t index : decided.exceptions)
        then_red.push_back(progress_row(decided.indicators[index], framework));
    for (const std::string& ref : decided.removed_reds)
        if (auto row = removed_row(papers, ref); !row.fields.empty()) then_red.push_back(std::move(row));
    auto& newly_red = part.blocks["new_red"];
    for (const std::size_t index : decided.new_reds)
        newly_red.push_back(progress_row(decided.indicators[index], framework));
    return {std::move(part)};
}

static SlotScope benchmark_row(const Benchmark& benchmark, const IndicatorDecided& decided,
                               const Framework& framework) {
    const Indicator& indicator = *decided.indicator;
    SlotScope row = indicator_slots(decided, framework);
    row.fields["period"] = text_slot(benchmark.period.value);
    row.fields["ours"] = figure_slot(benchmark.ours, indicator);
    row.fields["theirs"] =
        benchmark.not_available ? text_slot("not available") : figure_slot(benchmark.theirs, indicator);
    row.fields["group"] = text_slot(benchmark.group.value);
    std::string words;
    if (const auto against = standing(benchmark.ours, benchmark.theirs, indicator))
        words = *against == std::strong_ordering::greater ? "Better"
                : *against == std::strong_ordering::less  ? "Worse"
                                                          : "In line";
    row.fields["standing"] = text_slot(std::move(words));
    return row;
}

std::vector<SlotScope> benchmarking(const Papers& papers, const Decided& decided) {
    const Framework& framework = *papers.framework;
    if (!due(framework.duties.benchmark_quarters, decided.period)) return {};
    SlotScope part;
    auto& rows = part.blocks["benchmark"];
    for (const IndicatorDecided& indicator : decided.indicators)
        for (const Benchmark& benchmark : indicator.plan->benchmarks)
            if (find_indicator(papers, benchmark.ref.value).indicator == indicator.indicator)
                rows.push_back(benchmark_row(benchmark, indicator, framework));
    return {std::move(part)};
}

} // namespace engine
