#include "engine/report/area.h"

#include "engine/layout/find_table.h"
#include "engine/status/counts.h"
#include "engine/status/exceptions.h"

#include <set>

namespace engine {

using cells::Error;

static Error no_such_area(const Decided& decided, std::string_view area) {
    std::set<std::string> areas;
    for (const IndicatorDecided& item : decided.indicators)
        if (!item.indicator->area.blank()) areas.insert(item.indicator->area.value);
    Error error{Error::Kind::not_found, std::string(area), "No indicator in the plans is of this area", {}};
    for (const std::string& one : areas) error.next += (error.next.empty() ? "There is " : ", ") + one;
    if (areas.empty()) error.next = "Fill in the column Area in the outcome plans";
    return error;
}

std::expected<Decided, Error> of_area(const Papers& papers, const Decided& decided, std::string_view area) {
    const std::string wanted = folded(area);
    const auto elsewhere = [&](const Indicator& indicator) { return folded(indicator.area.value) != wanted; };

    Decided part;
    part.period = decided.period;
    part.restatements = decided.restatements;
    part.plan_changes = decided.plan_changes;
    part.findings = decided.findings;
    part.indicators = decided.indicators;
    std::erase_if(part.indicators, [&](const IndicatorDecided& item) { return elsewhere(*item.indicator); });
    if (part.indicators.empty()) return std::unexpected(no_such_area(decided, area));

    count(papers, part);
    list_exceptions(papers, part);
    std::erase_if(part.removed_reds, [&](const std::string& ref) {
        for (const Plan& plan : papers.superseded)
            for (const Indicator& indicator : plan.indicators)
                if (indicator.ref.value == ref && !elsewhere(indicator)) return false;
        return true;
    });
    return part;
}

} // namespace engine
