#pragma once
// The shapes that checks share. An adapter such as each_indicator<breaks> turns one small predicate over one
// case into a rule's check: it goes through the papers and writes the findings. A predicate answers with the
// Breach, or with nothing. Cases refer to the papers and live only for the call.

#include "engine/framework/framework.h"
#include "engine/rules/matched.h"
#include "engine/rules/rule.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine::rules {

/// What is wrong in one case.
struct Breach {
    cells::Address at;  ///< none: the row's reference
    std::string detail; ///< this case's values: "120 of 90"
    Place other{};      ///< the cell it disagrees with
};
using Broken = std::optional<Breach>;

/// Adds a rule's finding; the caller may change what it got back.
Finding& add(std::vector<Finding>& findings, const Rule& rule, Place place, std::string_view ref = {},
             std::string detail = {}, Place other = {});

/// A row of a return for an indicator that is planned.
struct IndicatorCase {
    const Review& review;
    const Return& from;
    const ReturnedIndicator& row;
    const Plan& plan;
    const Indicator& planned;

    const Papers& papers() const { return review.papers; }
    const Framework& framework() const { return *review.papers.framework; }
    /// The plan's unit; what the return says only where the plan has none.
    Unit unit() const;
    /// The plan's target for the period's year, or nullptr.
    const Figure* target() const { return planned.target(papers().period.year); }
    Place in_plan(cells::Address at) const { return {plan.file, planned.sheet, at}; }
};

/// A row of a return for an action that is planned.
struct ActionCase {
    const Review& review;
    const Return& from;
    const ReturnedAction& row;
    const Plan& plan;
    const PlannedAction& planned;

    const Papers& papers() const { return review.papers; }
    Place in_plan(cells::Address at) const { return {plan.file, planned.sheet, at}; }
};

/// One figure that a service typed: actual, year-end forecast, numerator or denominator.
struct FigureCase {
    const IndicatorCase& indicator;
    const Figure& figure;
    std::string_view name;
};

/// An indicator of a plan.
struct PlannedCase {
    const Review& review;
    const Plan& plan;
    const Indicator& indicator;
};

/// A returned indicator or action that was accepted, with what was decided of it.
struct RatedCase {
    const Review& review;
    const IndicatorDecided& decided;
    const ReturnedIndicator& row;

    const Framework& framework() const { return *review.papers.framework; }
    Period period() const { return review.papers.period; }
};
struct TrackedCase {
    const Review& review;
    const ActionDecided& decided;
    const ReturnedAction& row;

    const Framework& framework() const { return *review.papers.framework; }
};

/// The four figures of a row that statuses are worked out from.
std::vector<FigureCase> figures_of(const IndicatorCase& row);

/// "plan 85.0% at plan.xlsx: Indicators!R12, return 80.0%"
std::string plan_and_return(std::string_view planned, const Place& at, std::string_view returned);

/// Whether two figures are one at the precision that is published: a return that shows 85.3 for 85.25 agrees.
bool agree(const cells::Decimal& planned, const cells::Decimal& returned, int places);

template <Broken (*breaks)(const Return&, const Review&)>
void each_return(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Return* from : review.matched->returns)
        if (const auto breach = breaks(*from, review))
            add(findings, rule, {from->file, from->cover_sheet, breach->at}, {}, breach->detail,
                breach->other);
}

template <class Visit>
void visit_indicators(const Review& review, Visit visit) {
    for (const ReturnedItem& item : review.matched->returned)
        if (const PlannedItem* planned = review.matched->plan_of(item); planned && item.indicator)
            visit(item,
                  IndicatorCase{review, *item.from, *item.indicator, *planned->plan, *planned->indicator});
}

/// Writes the breach at its cell, or at the row's reference where it names none.
template <class Item>
void add_breach(std::vector<Finding>& findings, const Rule& rule, const Item& item, const Breach& breach) {
    add(findings, rule, item.place(breach.at ? breach.at : item.ref().at), item.ref().value, breach.detail,
        breach.other);
}

template <Broken (*breaks)(const IndicatorCase&)>
void each_indicator(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    visit_indicators(review, [&](const ReturnedItem& item, const IndicatorCase& row) {
        if (const auto breach = breaks(row)) add_breach(findings, rule, item, *breach);
    });
}

template <Broken (*breaks)(const FigureCase&)>
void each_figure(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    visit_indicators(review, [&](const ReturnedItem& item, const IndicatorCase& row) {
        for (const FigureCase& figure : figures_of(row))
            if (const auto breach = breaks(figure)) add_breach(findings, rule, item, *breach);
    });
}

template <Broken (*breaks)(const ActionCase&)>
void each_action(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const ReturnedItem& item : review.matched->returned)
        if (const PlannedItem* planned = review.matched->plan_of(item); planned && item.action)
            if (const auto breach =
                    breaks({review, *item.from, *item.action, *planned->plan, *planned->action}))
                add_breach(findings, rule, item, *breach);
}

template <Broken (*breaks)(const PlannedCase&)>
void each_planned(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const PlannedItem& item : review.matched->planned)
        if (item.indicator)
            if (const auto breach = breaks({review, *item.plan, *item.indicator}))
                add_breach(findings, rule, item, *breach);
}

/// What a plan expects of a service, and its return does not have.
template <bool (*expected)(const PlannedItem&, const Review&), std::string Return::* sheet>
void each_missing(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const Return* from : review.matched->returns) {
        const auto service = review.matched->service_of.find(from);
        if (service == review.matched->service_of.end()) continue;
        for (const PlannedItem& item : review.matched->planned) {
            if (!item.rows.empty() || item.ref().blank() || item.repeated) continue;
            if (item.service == service->second && expected(item, review))
                add(findings, rule, {from->file, from->*sheet, {}}, item.ref().value,
                    item.ref().value + " " + item.name().value, item.place(item.ref().at));
        }
    }
}

template <class Breaks>
void add_if_broken(const Rule& rule, const Review& review, const IndicatorDecided& decided,
                   std::vector<Finding>& findings, Breaks breaks) {
    if (!decided.accepted || !decided.row) return;
    if (const Broken breach = breaks(RatedCase{review, decided, *decided.row}))
        add_breach(findings, rule, ReturnedItem{.from = decided.from, .indicator = decided.row}, *breach);
}

template <Broken (*breaks)(const RatedCase&)>
void each_rated(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const IndicatorDecided& decided : review.decided->indicators)
        add_if_broken(rule, review, decided, findings, breaks);
}

/// Those of one of the lists that section 7 asks for: &Decided::red_kpis.
template <std::vector<std::size_t> Decided::* list, Broken (*breaks)(const RatedCase&)>
void each_listed(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const std::size_t index : review.decided->*list)
        add_if_broken(rule, review, review.decided->indicators[index], findings, breaks);
}

template <Broken (*breaks)(const TrackedCase&)>
void each_tracked(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    for (const ActionDecided& decided : review.decided->actions)
        if (decided.accepted && decided.row)
            if (const auto breach = breaks({review, decided, *decided.row}))
                add_breach(findings, rule, ReturnedItem{.from = decided.from, .action = decided.row},
                           *breach);
}

/// What reading noticed of one kind, in the judged returns and in the plans; where `papers` says, in one of
/// the two alone.
enum class In : std::uint8_t { both, returns, plans };
void add_observed(Observed::Kind kind, In papers, const Rule& rule, const Review& review,
                  std::vector<Finding>& findings);
template <Observed::Kind kind, In papers>
void each_observed(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    add_observed(kind, papers, rule, review, findings);
}

} // namespace engine::rules
