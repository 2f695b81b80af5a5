#include "engine/status/plan_differences.h"

#include "engine/layout/find_table.h"
#include "engine/status/history.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

/// Compares one plan with the version before it.
class Differences {
public:
    Differences(const Plan& before, const Plan& now, std::vector<PlanDifference>& found)
        : before_(before), now_(now), found_(found) {}

    void find() {
        compare_lists(before_.indicators, now_.indicators, "indicator",
                      [&](const Indicator& a, const Indicator& b) { compare(a, b); });
        compare_lists(before_.actions, now_.actions, "action",
                      [&](const PlannedAction& a, const PlannedAction& b) { compare(a, b); });
    }

private:
    template <class Item>
    static const Item* same(const std::vector<Item>& items, const Item& item) {
        const auto found = std::ranges::find_if(
            items, [&](const Item& other) { return same_ref(other.ref.value, item.ref.value); });
        return found == items.end() ? nullptr : &*found;
    }
    static const std::string& title(const Indicator& indicator) { return indicator.name.value; }
    static const std::string& title(const PlannedAction& action) { return action.title.value; }

    template <class Item, class Compare>
    void compare_lists(const std::vector<Item>& before, const std::vector<Item>& now, const char* kind,
                       Compare compare_items) {
        for (const Item& item : before)
            if (!same(now, item)) add(PlanDifference::Kind::removed, item.ref.value, kind, title(item), {});
        for (const Item& item : now)
            if (const Item* was = same(before, item))
                compare_items(*was, item);
            else
                add(PlanDifference::Kind::added, item.ref.value, kind, {}, title(item));
    }

    void compare(const Indicator& before, const Indicator& now) {
        const std::string& ref = now.ref.value;
        changed(ref, "name", before.name.value, now.name.value);
        changed(ref, "definition", before.definition.value, now.definition.value);
        changed(ref, "unit", before.unit_text.value, now.unit_text.value);
        changed(ref, "good is", before.polarity_text.value, now.polarity_text.value);
        changed(ref, "range from", before.range_from, now.range_from);
        changed(ref, "range to", before.range_to, now.range_to);
        changed(ref, "KPI", before.kpi_text.value, now.kpi_text.value);
        changed(ref, "frequency", before.frequency_text.value, now.frequency_text.value);
        changed(ref, "measured as", before.measured_text.value, now.measured_text.value);
        changed(ref, "responsible service", before.service.value, now.service.value);
        changed(ref, "baseline", before.baseline, now.baseline);
        std::set<int> years;
        for (const auto* targets : {&before.targets, &now.targets})
            for (const auto& [year, target] : *targets) years.insert(year);
        static const Figure blank;
        for (const int year : years) {
            const Figure* was = before.target(year);
            const Figure* is = now.target(year);
            changed(ref, "target " + year_text(year), was ? *was : blank, is ? *is : blank);
        }
    }

    void compare(const PlannedAction& before, const PlannedAction& now) {
        const std::string& ref = now.ref.value;
        changed(ref, "action", before.title.value, now.title.value);
        changed(ref, "lead officer", before.lead.value, now.lead.value);
        changed(ref, "responsible service", before.service.value, now.service.value);
        changed(ref, "start date", before.start, now.start);
        changed(ref, "end date", before.end, now.end);
    }

    /// Case, spaces and punctuation are no change of the plan.
    void changed(const std::string& ref, const std::string& item, const std::string& before,
                 const std::string& now) {
        if (folded(before) != folded(now)) add(PlanDifference::Kind::changed, ref, item, before, now);
    }
    void changed(const std::string& ref, const std::string& item, const Figure& before, const Figure& now) {
        const bool same_value =
            before.value && now.value ? *before.value == *now.value : before.shown == now.shown;
        if (!same_value) add(PlanDifference::Kind::changed, ref, item, before.shown, now.shown);
    }
    void changed(const std::string& ref, const std::string& item, const DateField& before,
                 const DateField& now) {
        const bool same_date =
            before.date && now.date ? *before.date == *now.date : before.shown == now.shown;
        if (!same_date) add(PlanDifference::Kind::changed, ref, item, before.shown, now.shown);
    }

    void add(PlanDifference::Kind kind, const std::string& ref, const std::string& item, std::string before,
             std::string now) {
        found_.push_back(
            {kind, now_.priority, ref, item, std::move(before), std::move(now), logged(ref, item)});
    }

    /// The change log's line for it: of the same reference, and the same item or one that names it ("Annual
    /// target 2017-18").
    const PlanChange* logged(const std::string& ref, const std::string& item) const {
        for (const PlanChange& change : now_.changes) {
            const std::string said = folded(change.item.value);
            const std::string meant = folded(item);
            if (!said.empty() && same_ref(change.ref.value, ref)
                && (said.find(meant) != std::string::npos || meant.find(said) != std::string::npos))
                return &change;
        }
        return nullptr;
    }

    const Plan& before_;
    const Plan& now_;
    std::vector<PlanDifference>& found_;
};

} // namespace

/// The version before: the latest of the same priority that took effect earlier.
static const Plan* version_before(const Papers& papers, const Plan& plan) {
    const Plan* latest = nullptr;
    for (const Plan& version : papers.superseded)
        if (plan.priority != 0 && version.priority == plan.priority
            && (!latest || latest->effective.date <= version.effective.date))
            latest = &version;
    return latest;
}

std::vector<PlanDifference> plan_differences(const Papers& papers) {
    std::vector<PlanDifference> found;
    for (const Plan& plan : papers.plans)
        if (const Plan* before = version_before(papers, plan)) Differences(*before, plan, found).find();
    return found;
}

} // namespace engine
