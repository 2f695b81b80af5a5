#include "engine/status/decide.h"

#include "engine/rules/rule.h"
#include "engine/status/counts.h"
#include "engine/status/exceptions.h"
#include "engine/status/operands.h"
#include "engine/status/plan_differences.h"
#include "engine/status/rate_action.h"
#include "engine/status/rate_indicator.h"
#include "engine/status/received.h"
#include "engine/status/restatements.h"
#include "engine/status/sensitivities.h"
#include "engine/status/shortfall.h"

#include <algorithm>
#include <tuple>

namespace engine {

static std::string withheld_words(const Finding& finding) {
    return "withheld: " + finding.rule + " " + finding.title;
}

static Reason withheld_reason(const StatusRule& rule, const Finding& finding) {
    Reason reason = engine::reason(rule, withheld_words(finding));
    reason.operands.push_back({"finding " + finding.rule, finding.detail, finding.place});
    return reason;
}

/// What the plan holds for the period in other words than the service's own is an editor's, and stays.
template <class Item, class Row>
static void take_commentary(const Item& planned, Period period, const Received<Row>& received,
                            auto& decided) {
    if (received.accepted()) decided.commentary = received.row->commentary.value;
    const auto found = planned.commentaries.find(period);
    if (found == planned.commentaries.end() || found->second.blank()) return;
    decided.commentary_edited = found->second.value != decided.commentary;
    decided.commentary = found->second.value;
}

/// A baseline is a year's figure: within the year a cumulative measure is set against it by its forecast, and
/// cannot be without one.
static std::optional<bool> worse_than_baseline(const IndicatorDecided& decided, bool year_end) {
    const Indicator& indicator = *decided.indicator;
    const bool part_of_year = indicator.measured == Measured::cumulative && !year_end;
    const Figure& figure = part_of_year ? decided.forecast : decided.actual;
    if (!figure || !decided.baseline || !indicator.polarity) return std::nullopt;
    if (*indicator.polarity == Polarity::in_range) return std::nullopt;
    return shortfall({*indicator.polarity, decided.baseline.value, {}, {}}, *figure.value).is_short();
}

/// The plan's side, and who answered.
static IndicatorDecided planned(const Plan& plan, const Indicator& indicator, Period period,
                                const Received<ReturnedIndicator>& received) {
    IndicatorDecided decided;
    decided.plan = &plan;
    decided.indicator = &indicator;
    decided.from = received.from;
    decided.row = received.row;
    decided.accepted = received.accepted();
    decided.verified = received.row && received.from->signed_off();
    if (const Figure* target = indicator.target(period.year)) decided.target = *target;
    if (const Figure* profile = indicator.profile(period)) decided.profile = *profile;
    decided.baseline = indicator.baseline;
    return decided;
}

static IndicatorDecided decide_indicator(const Papers& papers, const Plan& plan, const Indicator& indicator,
                                         const Received<ReturnedIndicator>& received,
                                         std::vector<Restatement>& restatements) {
    const Framework& framework = *papers.framework;
    IndicatorDecided decided = planned(plan, indicator, papers.period, received);
    Measurement now = without_figures(plan, indicator, papers.period);
    if (received.accepted()) {
        now = as_returned(plan, indicator, papers.period, *received.from, *received.row);
        decided.actual = now.actual;
        decided.forecast = now.forecast;
        decided.corrective = received.row->corrective.value;
        const auto earlier = restated(now, *received.from, *received.row);
        if (earlier) restatements.push_back(listed(*earlier, indicator, *received.row));
        decided.direction = direction_of(now, papers, earlier);
    } else {
        decided.direction = no_direction(received.kept_out ? withheld_words(*received.kept_out)
                                                           : "nothing was returned for this period");
    }
    take_commentary(indicator, papers.period, received, decided);
    if (received.kept_out)
        decided.rating.reason = withheld_reason(status_rules::withheld, *received.kept_out);
    else
        decided.rating = rate_indicator(now, RatingRules(framework));
    decided.sensitivities = sensitivities(now, decided.rating, framework);
    decided.worse_than_baseline = worse_than_baseline(decided, now.year_end());

    const Period before = papers.period.preceding();
    const StatusRole was = rated_then(papers, plan, indicator, before).role;
    if (was != StatusRole::none) decided.previous = was;
    if (decided.rating.role == StatusRole::missed)
        decided.red_run = 1 + missed_in_a_row(papers, plan, indicator, before);
    return decided;
}

static ActionDecided decide_action(const Papers& papers, const Plan& plan, const PlannedAction& action,
                                   const Received<ReturnedAction>& received) {
    ActionDecided decided;
    decided.plan = &plan;
    decided.action = &action;
    decided.from = received.from;
    decided.row = received.row;
    decided.accepted = received.accepted();
    decided.verified = received.row && received.from->signed_off();
    ActionAnswer answer{&plan, &action, papers.period, nullptr, nullptr};
    if (received.accepted()) {
        answer.from = received.from;
        answer.row = received.row;
        decided.reason_for_delay = received.row->reason.value;
        decided.corrective = received.row->corrective.value;
    }
    take_commentary(action, papers.period, received, decided);
    if (received.kept_out)
        decided.reason = withheld_reason(status_rules::action_withheld, *received.kept_out);
    else
        rate_action(answer, *papers.framework, decided);
    return decided;
}

static void sort(std::vector<Finding>& findings) {
    const auto order = [](const Finding& f) {
        return std::tuple(std::string_view(f.place.file), std::string_view(f.place.sheet), f.place.at,
                          std::string_view(f.rule));
    };
    std::ranges::stable_sort(findings, {}, order);
}

Decided decide(const Papers& papers) {
    Decided decided;
    decided.period = papers.period;
    std::vector<Finding> read;
    rules::run(Rule::Stage::reading, {papers}, read);

    const Withheld withheld(read);
    const ReceivedRows received(papers, withheld);
    for (const Plan& plan : papers.plans) {
        for (const Indicator& indicator : plan.indicators)
            decided.indicators.push_back(decide_indicator(
                papers, plan, indicator, received.of(plan, indicator), decided.restatements));
        for (const PlannedAction& action : plan.actions)
            decided.actions.push_back(decide_action(papers, plan, action, received.of(plan, action)));
    }
    decided.plan_changes = plan_differences(papers);
    count(papers, decided);
    list_exceptions(papers, decided);

    decided.findings = read;
    rules::run(Rule::Stage::deciding, {papers, &decided}, decided.findings);
    sort(decided.findings);
    return decided;
}

} // namespace engine
