#include "engine/report/slots_for.h"

#include "engine/report/exceptions_slots.h"
#include "engine/report/indicator_slots.h"
#include "engine/report/period_words.h"
#include "engine/report/sentences.h"
#include "engine/report/slot_values.h"

#include <algorithm>
#include <tuple>

namespace engine {

using cells::SlotScope;

static Counts kpi_counts(const Decided& decided) {
    Counts counts;
    for (const IndicatorDecided& indicator : decided.indicators)
        if (indicator.indicator->kpi) ++counts.statuses[static_cast<std::size_t>(indicator.rating.role)];
    return counts;
}

static SlotScope council(const Papers& papers, const Decided& decided) {
    const Framework& framework = *papers.framework;
    const auto missed_but_improving =
        std::ranges::count_if(decided.indicators, [](const IndicatorDecided& i) {
            return i.rating.role == StatusRole::missed && i.direction.direction == Direction::improving;
        });
    std::string name = framework.council;
    for (const Plan& plan : papers.plans)
        if (!plan.council.blank()) name = plan.council.value;
    SlotScope scope;
    scope.fields = {
        {"name", text_slot(std::move(name))},
        {"overview_indicators", text_slot(status_sentence(decided.council, "indicators", framework))},
        {"overview_kpis",
         text_slot(status_sentence(kpi_counts(decided), "key performance indicators", framework))},
        {"overview_direction",
         text_slot(direction_sentence(decided.council, static_cast<int>(missed_but_improving), framework))},
        {"overview_actions", text_slot(action_sentence(decided.council, framework))},
    };
    return scope;
}

/// The latest day that a return's figures stand for; the period's end where none says.
static cells::Date as_at(const Papers& papers) {
    std::optional<cells::Date> latest;
    for (const Return& returned : papers.returns)
        if (returned.period == papers.period && returned.as_at.date)
            latest = latest ? std::max(*latest, *returned.as_at.date) : *returned.as_at.date;
    return latest.value_or(last_day(papers.period, papers.framework->first_month));
}

static std::string unverified_sentence(const Papers& papers) {
    std::vector<std::string> services;
    for (const Return& returned : papers.returns)
        if (returned.period == papers.period && !returned.signed_off())
            services.push_back(returned.service.value);
    if (services.empty()) return {};
    std::ranges::sort(services);
    std::string text = "Not verified and approved: ";
    for (std::size_t i = 0; i < services.size(); ++i)
        text += (i == 0 ? "" : i + 1 == services.size() ? " and " : ", ") + services[i];
    return text + ". Figures of " + (services.size() == 1 ? "this service" : "these services")
           + " are marked as not verified.";
}

static std::string provenance_text(const Framework& framework, const Provenance& provenance) {
    std::string text = "Worked out by Outturn " + provenance.version + " from the framework " + framework.id
                       + ", version " + framework.version;
    if (!provenance.fingerprint.empty()) text += ". Inputs: " + provenance.fingerprint;
    return text;
}

static SlotScope report_scope(const Papers& papers, const Decided& decided, const Report& report,
                              const Provenance& provenance) {
    const Framework& framework = *papers.framework;
    SlotScope scope;
    scope.fields = {
        {"title", text_slot(report.title)},
        {"audience", text_slot(report.audience)},
        {"period", text_slot(heading_text(decided.period, framework.first_month))},
        {"as_at", {.value = as_at(papers), .number_format = {}, .colours = {}}},
        {"rating_note", text_slot(not_rated_sentence(decided.council, framework))},
        {"unverified", text_slot(unverified_sentence(papers))},
        {"provenance", text_slot(provenance_text(framework, provenance))},
    };
    return scope;
}

static void add_counts(SlotScope& scope, const Counts& counts) {
    const auto status = [&](StatusRole role) {
        return number_slot(counts.statuses[static_cast<std::size_t>(role)]);
    };
    const auto travel = [&](Direction d) { return number_slot(counts.travel[static_cast<std::size_t>(d)]); };
    const auto action = [&](ActionStatus s) {
        return number_slot(counts.actions[static_cast<std::size_t>(s)]);
    };
    scope.fields.insert({
        {"green", status(StatusRole::met)},
        {"amber", status(StatusRole::near)},
        {"red", status(StatusRole::missed)},
        {"measured", status(StatusRole::measured)},
        {"not_rated", status(StatusRole::none)},
        {"improving", travel(Direction::improving)},
        {"maintained", travel(Direction::maintained)},
        {"declining", travel(Direction::declining)},
        {"no_direction", travel(Direction::measured)},
        {"scheduled", action(ActionStatus::scheduled)},
        {"on_target", action(ActionStatus::on_target)},
        {"delivered", action(ActionStatus::delivered)},
        {"slipped_less", action(ActionStatus::slipped_short)},
        {"slipped_more", action(ActionStatus::slipped_long)},
        {"not_viable", action(ActionStatus::not_viable)},
        {"action_not_rated", action(ActionStatus::none)},
    });
}

static std::vector<SlotScope> kpis(const Plan& plan, const Decided& decided, const Framework& framework) {
    std::vector<SlotScope> rows;
    for (const IndicatorDecided& indicator : decided.indicators)
        if (indicator.plan == &plan && indicator.indicator->kpi)
            rows.push_back(indicator_slots(indicator, framework));
    return rows;
}

/// No longer viable first, then the longest slips.
static std::vector<SlotScope> slipped(const Plan& plan, const Decided& decided, const Framework& framework) {
    std::vector<const ActionDecided*> worst;
    for (const ActionDecided& action : decided.actions)
        if (action.plan == &plan
            && (action.status == ActionStatus::not_viable || action.status == ActionStatus::slipped_long
                || action.status == ActionStatus::slipped_short))
            worst.push_back(&action);
    std::ranges::stable_sort(worst, std::greater{}, [](const ActionDecided* action) {
        return std::tuple(action->status, action->since_approval.value_or(Span{}));
    });
    std::vector<SlotScope> rows;
    for (const ActionDecided* action : worst) rows.push_back(slipped_slots(*action, framework));
    return rows;
}

static SlotScope outcome(const Priority& priority, const Plan* plan, const Counts& counts,
                         const Decided& decided, const Framework& framework) {
    SlotScope scope;
    scope.fields = {
        {"priority", number_slot(priority.number)},
        {"name", text_slot(priority.outcome)},
        {"short", text_slot(priority.short_name)},
        {"owner", text_slot(plan ? plan->owner.value : "")},
        {"director", text_slot(plan ? plan->director.value : priority.director)},
    };
    add_counts(scope, counts);
    scope.blocks["kpi"] = plan ? kpis(*plan, decided, framework) : std::vector<SlotScope>{};
    scope.blocks["slipped"] = plan ? slipped(*plan, decided, framework) : std::vector<SlotScope>{};
    return scope;
}

/// One scope for each of the framework's priorities, a missing plan's with nothing in it; then plans that
/// belong to no priority, so that the council's totals are those of the rows.
static std::vector<SlotScope> outcomes(const Decided& decided, const Framework& framework) {
    std::vector<SlotScope> scopes;
    for (const Priority& priority : framework.priorities) {
        const auto before = scopes.size();
        for (const auto& [plan, counts] : decided.by_plan)
            if (plan->priority == priority.number)
                scopes.push_back(outcome(priority, plan, counts, decided, framework));
        if (scopes.size() == before)
            scopes.push_back(outcome(priority, nullptr, Counts{}, decided, framework));
    }
    for (const auto& [plan, counts] : decided.by_plan)
        if (std::ranges::find(framework.priorities, plan->priority, &Priority::number)
            == framework.priorities.end())
            scopes.push_back(outcome({.number = plan->priority,
                                      .outcome = plan->outcome.value,
                                      .short_name = plan->short_name.value,
                                      .theme = plan->theme.value,
                                      .director = plan->director.value},
                                     plan, counts, decided, framework));
    return scopes;
}

static SlotScope legend_row(cells::SlotValue word, std::string definition) {
    SlotScope scope;
    scope.fields = {{"word", std::move(word)}, {"definition", text_slot(std::move(definition))}};
    return scope;
}

/// The legends are made from the rules that ran (CW-33).
static void add_legends(SlotScope& root, const Framework& framework) {
    for (const StatusWords& words : framework.statuses)
        if (words.role != StatusRole::none)
            root.blocks["legend"].push_back(legend_row(status_slot(words.role, framework),
                                                       definition_text(words.definition, words.joined)));
    for (const ActionWords& words : framework.actions)
        if (words.status != ActionStatus::none)
            root.blocks["action_legend"].push_back(
                legend_row(action_slot(words.status, framework), definition_text(words.definition)));
    for (const DirectionWords& words : framework.travel)
        root.blocks["direction_legend"].push_back(
            legend_row(direction_slot(words.direction, framework), definition_text(words.definition)));
}

cells::Slots slots_for(const Papers& papers, const Decided& decided, const Report& report,
                       const Provenance& provenance) {
    cells::Slots slots;
    auto& blocks = slots.root.blocks;
    blocks["council"] = {council(papers, decided)};
    blocks["report"] = {report_scope(papers, decided, report, provenance)};
    blocks["outcome"] = outcomes(decided, *papers.framework);
    blocks["further_information"] = further_information(papers, decided);
    blocks["progress"] = progress(papers, decided);
    blocks["benchmarking"] = benchmarking(papers, decided);
    add_legends(slots.root, *papers.framework);
    return slots;
}

} // namespace engine
