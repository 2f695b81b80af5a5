#pragma once
// The rows of the returns beside the rows of the plans, matched once by reference for all rules. Only returns
// that can be judged row by row are in it: for the period asked for (else V005) and the only one of their
// service (else V006), so that a whole return's fault is not repeated at its every row.

#include "engine/records/papers.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine::rules {

/// An indicator or an action of a plan.
struct PlannedItem {
    const Plan* plan = nullptr;
    const Indicator* indicator = nullptr; ///< one of the two
    const PlannedAction* action = nullptr;
    std::string service;             ///< folded, as Matched::services
    std::vector<std::size_t> rows{}; ///< indexes into Matched::returned
    bool repeated = false; ///< another item has its reference and comes first; that one has the rows

    const Text& ref() const { return indicator ? indicator->ref : action->ref; }
    const Text& name() const { return indicator ? indicator->name : action->title; }
    const Text& service_text() const { return indicator ? indicator->service : action->service; }
    Place place(cells::Address at) const {
        return {plan->file, indicator ? indicator->sheet : action->sheet, at};
    }
};

/// A row of a return that has a reference.
struct ReturnedItem {
    const Return* from = nullptr;
    const ReturnedIndicator* indicator = nullptr; ///< one of the two
    const ReturnedAction* action = nullptr;
    std::optional<std::size_t> planned{};  ///< index into Matched::planned
    std::optional<std::size_t> stand_in{}; ///< index into Matched::stand_ins

    const Text& ref() const { return indicator ? indicator->ref : action->ref; }
    const Text& name() const { return indicator ? indicator->name : action->title; }
    Place place(cells::Address at) const {
        return {from->file, indicator ? from->indicators_sheet : from->actions_sheet, at};
    }
};

struct Matched {
    std::vector<const Return*> returns; ///< those judged row by row
    std::vector<ReturnedItem> returned; ///< their rows, in order
    std::vector<PlannedItem> planned;   ///< in the plans' order
    /// The services that the plans name: folded, and as first written.
    std::map<std::string, std::string> services;
    /// The planned service that a return is from, folded: the one its cover names, or the one it nearly
    /// names.
    std::map<const Return*, std::string> service_of;

    /// Where there is no plan at all: what the returns' rows say of themselves, so that figures can be
    /// checked for what is wrong in them alone.
    std::unique_ptr<Plan> stand_in;
    std::vector<PlannedItem> stand_ins;

    const PlannedItem* plan_of(const ReturnedItem& item) const {
        if (item.planned) return &planned[*item.planned];
        return item.stand_in ? &stand_ins[*item.stand_in] : nullptr;
    }
};

Matched match(const Papers& papers);

/// A reference as same_ref compares it: equal for two that are the same.
std::string ref_key(std::string_view ref);

/// The returns of each service for the papers' period, by the service's folded name.
std::map<std::string, std::vector<const Return*>> returns_by_service(const Papers& papers);

} // namespace engine::rules
