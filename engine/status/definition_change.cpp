#include "engine/status/definition_change.h"

#include "engine/framework/framework.h"
#include "engine/layout/find_table.h"
#include "engine/status/history.h"

namespace engine {

/// A line of the change log: it took effect after the earlier period and not after the later one. An undated
/// line counts from the day its plan took effect.
static bool between(const PlanChange& change, const Plan& plan, Period then, Period now,
                    unsigned first_month) {
    const auto& date = change.effective.date ? change.effective.date : plan.effective.date;
    return date && *date > last_day(then, first_month) && *date <= last_day(now, first_month);
}

static std::optional<DefinitionChange> logged(const Plan& plan, const Indicator& indicator, Period then,
                                              Period now, unsigned first_month) {
    for (const PlanChange& change : plan.changes) {
        const std::string item = folded(change.item.value);
        const bool about =
            item.find("definition") != std::string::npos || item == "unit" || item.starts_with("unit of");
        if (!about || !same_ref(change.ref.value, indicator.ref.value)) continue;
        if (!between(change, plan, then, now, first_month)) continue;
        return DefinitionChange{"definition changed between the two periods, as the change log says",
                                {{change.item.value + " before",
                                  change.before.value,
                                  {plan.file, plan.changes_sheet, change.before.at}},
                                 {change.item.value + " after",
                                  change.after.value,
                                  {plan.file, plan.changes_sheet, change.after.at}}}};
    }
    return std::nullopt;
}

static std::optional<DefinitionChange> differs(const Plan& then_plan, const Indicator& then,
                                               const Plan& now_plan, const Indicator& now) {
    const auto change = [&](const char* item, const Text& before, const Text& after) {
        return DefinitionChange{
            "definition changed: the " + std::string(item) + " differs between the plan's versions",
            {{std::string(item) + " before", before.value, {then_plan.file, then.sheet, before.at}},
             {std::string(item) + " after", after.value, {now_plan.file, now.sheet, after.at}}}};
    };
    if (then.unit != now.unit) return change("unit", then.unit_text, now.unit_text);
    if (folded(then.definition.value) != folded(now.definition.value))
        return change("definition", then.definition, now.definition);
    return std::nullopt;
}

std::optional<DefinitionChange> definition_change(const Papers& papers, const Plan& plan,
                                                  const Indicator& indicator, Period then, Period now) {
    if (auto change = logged(plan, indicator, then, now, papers.framework->first_month)) return change;
    const Plan& earlier = version_in_force(papers, plan, then);
    const Indicator* before = &earlier == &plan ? nullptr : find_in(earlier, indicator);
    return before ? differs(earlier, *before, plan, indicator) : std::nullopt;
}

} // namespace engine
