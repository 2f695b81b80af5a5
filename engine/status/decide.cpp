#include "engine/status/decide.h"

#include "engine/rules/rule.h"
#include "engine/status/counts.h"
#include "engine/status/exceptions.h"
#include "engine/status/operands.h"
#include "engine/status/plan_differences.h"
#include "engine/status/rate_action.h"
#include "engine/status/rate_indicator.h"
#include "engine/status/restatements.h"
#include "engine/status/sensitivities.h"
#include "engine/status/shortfall.h"
#include "engine/status/withheld.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace engine {

namespace {

/// A row of a return, and what keeps it out.
template <class Row>
struct Received {
    const Return* from = nullptr;
    const Row* row = nullptr;
    const Finding* kept_out = nullptr;
};

/// The rows of the returns by the planned item that they are about. Of several rows about one, an acceptable
/// one counts before one that is kept out.
class ReceivedRows {
public:
    ReceivedRows(const Papers& papers, const Withheld& withheld) {
        for (const Return& from : papers.returns) {
            const Finding* whole = withheld.whole(from);
            for (const ReturnedIndicator& row : from.indicators)
                if (const auto planned = find_indicator(papers, row.ref.value))
                    take(indicators_[planned.indicator],
                         {&from, &row,
                          whole ? whole : withheld.row(from.file, from.indicators_sheet, row.row)});
            for (const ReturnedAction& row : from.actions)
                if (const auto planned = find_action(papers, row.ref.value))
                    take(actions_[planned.action],
                         {&from, &row, whole ? whole : withheld.row(from.file, from.actions_sheet, row.row)});
        }
    }

    Received<ReturnedIndicator> of(const Indicator& indicator) const { return find(indicators_, &indicator); }
    Received<ReturnedAction> of(const PlannedAction& action) const { return find(actions_, &action); }

private:
    template <class Row>
    static void take(Received<Row>& held, Received<Row> next) {
        if (!held.row || (held.kept_out && !next.kept_out)) held = next;
    }
    template <class Item, class Row>
    static Received<Row> find(const std::unordered_map<const Item*, Received<Row>>& rows, const Item* item) {
        const auto found = rows.find(item);
        return found == rows.end() ? Received<Row>{} : found->second;
    }

    std::unordered_map<const Indicator*, Received<ReturnedIndicator>> indicators_;
    std::unordered_map<const PlannedAction*, Received<ReturnedAction>> actions_;
};

} // namespace

static Reason withheld_reason(const StatusRule& rule, const Finding& finding) {
    Reason reason = engine::reason(rule, "withheld: " + finding.rule + " " + finding.title);
    reason.operands.push_back({"finding " + finding.rule, finding.detail, finding.place});
    return reason;
}

/// What the plan holds for the period is an editor's where it is not the service's own words: what Outturn
/// wrote there is taken off before a plan is read again.
static void take_commentary(const std::map<Period, Text>& in_plan, Period period, const Text* sent,
                            std::string& commentary, bool& edited) {
    if (sent) commentary = sent->value;
    const auto found = in_plan.find(period);
    if (found == in_plan.end() || found->second.blank() || found->second.value == commentary) return;
    commentary = found->second.value;
    edited = true;
}

static std::optional<bool> worse_than_baseline(const IndicatorDecided& decided) {
    const Indicator& indicator = *decided.indicator;
    if (!decided.actual || !decided.baseline || !indicator.polarity) return std::nullopt;
    if (*indicator.polarity == Polarity::in_range) return std::nullopt;
    return shortfall({*indicator.polarity, decided.baseline.value, {}, {}}, *decided.actual.value).is_short();
}

static IndicatorDecided decide_indicator(const Papers& papers, const Plan& plan, const Indicator& indicator,
                                         const Received<ReturnedIndicator>& received,
                                         const Finding* planned_wrong,
                                         std::vector<Restatement>& restatements) {
    const Framework& framework = *papers.framework;
    IndicatorDecided decided;
    decided.plan = &plan;
    decided.indicator = &indicator;
    decided.from = received.from;
    decided.row = received.row;
    const Finding* kept_out = planned_wrong ? planned_wrong : received.kept_out;
    decided.accepted = received.row && !kept_out;
    decided.verified = received.from && received.from->signed_off();
    if (const Figure* target = indicator.target(papers.period.year)) decided.target = *target;
    if (const Figure* profile = indicator.profile(papers.period)) decided.profile = *profile;
    decided.baseline = indicator.baseline;

    const Measurement now = decided.accepted
                                ? as_returned(plan, indicator, papers.period, *received.from, *received.row)
                                : without_figures(plan, indicator, papers.period);
    if (decided.accepted) {
        decided.actual = now.actual;
        decided.forecast = now.forecast;
        decided.corrective = received.row->corrective.value;
        const auto earlier = restated(now, *received.from, *received.row);
        if (earlier) restatements.push_back(listed(*earlier, indicator, *received.row));
        decided.direction = direction_of(now, papers, earlier);
    } else {
        decided.direction = no_direction(kept_out ? "withheld: " + kept_out->rule + " " + kept_out->title
                                                  : "nothing was returned for this period");
    }
    take_commentary(indicator.commentaries, papers.period,
                    decided.accepted ? &received.row->commentary : nullptr, decided.commentary,
                    decided.commentary_edited);
    if (kept_out)
        decided.rating.reason = withheld_reason(status_rules::withheld, *kept_out);
    else
        decided.rating = rate_indicator(now, RatingRules(framework));
    decided.sensitivities = sensitivities(now, decided.rating, framework);
    decided.worse_than_baseline = worse_than_baseline(decided);

    const Period before = papers.period.preceding();
    const StatusRole was = rated_then(papers, plan, indicator, before).role;
    if (was != StatusRole::none) decided.previous = was;
    if (decided.rating.role == StatusRole::missed)
        decided.red_run = 1 + missed_in_a_row(papers, plan, indicator, before);
    return decided;
}

static ActionDecided decide_action(const Papers& papers, const Plan& plan, const PlannedAction& action,
                                   const Received<ReturnedAction>& received, const Finding* planned_wrong) {
    ActionDecided decided;
    decided.plan = &plan;
    decided.action = &action;
    decided.from = received.from;
    decided.row = received.row;
    const Finding* kept_out = planned_wrong ? planned_wrong : received.kept_out;
    decided.accepted = received.row && !kept_out;
    decided.verified = received.from && received.from->signed_off();
    if (decided.accepted) {
        decided.reason_for_delay = received.row->reason.value;
        decided.corrective = received.row->corrective.value;
    }
    take_commentary(action.commentaries, papers.period,
                    decided.accepted ? &received.row->commentary : nullptr, decided.commentary,
                    decided.commentary_edited);
    if (kept_out) {
        decided.reason = withheld_reason(status_rules::action_withheld, *kept_out);
        return decided;
    }
    ActionAnswer answer{&plan, &action, papers.period, nullptr, nullptr};
    if (decided.accepted) {
        answer.from = received.from;
        answer.row = received.row;
    }
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
                papers, plan, indicator, received.of(indicator),
                withheld.row(plan.file, indicator.sheet, indicator.row), decided.restatements));
        for (const PlannedAction& action : plan.actions)
            decided.actions.push_back(decide_action(papers, plan, action, received.of(action),
                                                    withheld.row(plan.file, action.sheet, action.row)));
    }
    decided.plan_changes = plan_differences(papers);
    count(papers, decided);
    list_exceptions(papers, decided);

    decided.findings = std::move(read);
    rules::run(Rule::Stage::deciding, {papers, &decided}, decided.findings);
    sort(decided.findings);
    return decided;
}

} // namespace engine
