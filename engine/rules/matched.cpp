#include "engine/rules/matched.h"

#include "engine/figures/words.h"
#include "engine/layout/find_table.h"

#include <utility>

namespace engine::rules {

namespace {

/// With its kind: an action is never found for an indicator.
std::string key(char kind, std::string_view ref) {
    return kind + ref_key(ref);
}

using Index = std::map<std::string, std::size_t>;

Index add_planned(Matched& matched, const Papers& papers) {
    Index index;
    const auto add = [&](char kind, PlannedItem item) {
        item.service = folded(item.service_text().value);
        if (!item.service.empty()) matched.services.try_emplace(item.service, item.service_text().value);
        // The first of two rows with one reference counts, as in find_indicator; V056 reports the second.
        if (!item.ref().blank())
            item.repeated = !index.try_emplace(key(kind, item.ref().value), matched.planned.size()).second;
        matched.planned.push_back(std::move(item));
    };
    for (const Plan& plan : papers.plans) {
        for (const Indicator& indicator : plan.indicators)
            add('i', {.plan = &plan, .indicator = &indicator, .service = {}});
        for (const PlannedAction& action : plan.actions)
            add('a', {.plan = &plan, .action = &action, .service = {}});
    }
    return index;
}

void add_returned(Matched& matched, const Return& from, const Index& index) {
    const auto add = [&](char kind, ReturnedItem item) {
        if (item.ref().blank()) return;
        if (const auto found = index.find(key(kind, item.ref().value)); found != index.end()) {
            item.planned = found->second;
            matched.planned[found->second].rows.push_back(matched.returned.size());
        }
        matched.returned.push_back(item);
    };
    for (const ReturnedIndicator& row : from.indicators) add('i', {.from = &from, .indicator = &row});
    for (const ReturnedAction& row : from.actions) add('a', {.from = &from, .action = &row});
}

std::map<const Return*, std::string> services_of(const Matched& matched, const Papers& papers) {
    std::vector<std::string> names;
    std::vector<std::string> keys;
    for (const auto& [folded_name, name] : matched.services) {
        keys.push_back(folded_name);
        names.push_back(name);
    }
    std::map<const Return*, std::string> result;
    for (const Return& from : papers.returns) {
        const std::string service = folded(from.service.value);
        if (service.empty()) continue;
        if (matched.services.contains(service))
            result[&from] = service;
        else if (const auto near = nearest(from.service.value, names))
            result[&from] = keys[*near];
    }
    return result;
}

void stand_in_for_plans(Matched& matched, Period period) {
    matched.stand_in = std::make_unique<Plan>();
    Plan& plan = *matched.stand_in;
    plan.indicators.resize(matched.returned.size());
    plan.actions.resize(matched.returned.size());
    for (std::size_t i = 0; i < matched.returned.size(); ++i) {
        ReturnedItem& item = matched.returned[i];
        item.stand_in = i;
        if (!item.indicator) {
            matched.stand_ins.push_back({.plan = &plan, .action = &plan.actions[i], .service = {}});
            continue;
        }
        Indicator& indicator = plan.indicators[i];
        indicator.name = item.indicator->name;
        indicator.unit_text = item.indicator->unit_text;
        indicator.unit = parse_unit(item.indicator->unit_text.value);
        indicator.polarity = parse_polarity(item.indicator->polarity_text.value);
        indicator.targets[period.year] = item.indicator->target;
        indicator.actuals[period.preceding()] = item.indicator->last;
        matched.stand_ins.push_back({.plan = &plan, .indicator = &indicator, .service = {}});
    }
}

} // namespace

std::string ref_key(std::string_view ref) {
    std::string result = words::plain(ref);
    std::erase(result, ' ');
    return result;
}

std::map<std::string, std::vector<const Return*>> returns_by_service(const Papers& papers) {
    std::map<std::string, std::vector<const Return*>> result;
    for (const Return& from : papers.returns)
        if (from.period == papers.period && !from.service.blank())
            result[folded(from.service.value)].push_back(&from);
    return result;
}

Matched match(const Papers& papers) {
    Matched matched;
    const Index index = add_planned(matched, papers);
    matched.service_of = services_of(matched, papers);
    const auto by_service = returns_by_service(papers);
    for (const Return& from : papers.returns) {
        if (from.period != papers.period) continue;
        const auto same = by_service.find(folded(from.service.value));
        if (same != by_service.end() && same->second.size() > 1) continue;
        matched.returns.push_back(&from);
        add_returned(matched, from, index);
    }
    if (papers.plans.empty()) stand_in_for_plans(matched, papers.period);
    return matched;
}

} // namespace engine::rules
