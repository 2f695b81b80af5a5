#pragma once
// What was decided for one period: every indicator's status and direction, every action's status, with
// reasons, and the lists that section 7 asks for. The whole answer; reports, marks and JSON are views of it.

#include "engine/framework/framework.h"
#include "engine/records/finding.h"
#include "engine/records/papers.h"
#include "engine/status/reason.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What stands for performance in a comparison.
enum class Basis : std::uint8_t { none, actual, forecast };

/// A status as rated from a plan's figures for one period, without findings: for the period itself and for
/// history.
struct Rating {
    StatusRole role = StatusRole::none;
    std::optional<MeasuredReason> measured; ///< set exactly when role is measured
    Basis basis = Basis::none;
    std::optional<cells::Decimal>
        shortfall; ///< per cent of |target| to 2 places, for words and ordering only
    Reason reason;
};

struct DirectionOfTravel {
    Direction direction = Direction::measured;
    Basis now = Basis::none, then = Basis::none;
    Period compared_with;
    Reason reason;
};

/// A setting under which the status would be another one.
struct Sensitivity {
    std::string setting; ///< "5% as percentage points (A1)"
    StatusRole role = StatusRole::none;
};

struct IndicatorDecided {
    const Plan* plan = nullptr;
    const Indicator* indicator = nullptr;
    const Return* from = nullptr; ///< null: nothing was returned
    const ReturnedIndicator* row = nullptr;
    bool accepted = false;                              ///< returned, and no finding withholds it
    bool verified = false;                              ///< the return is signed off
    Figure actual, forecast, target, profile, baseline; ///< as used
    Rating rating;
    DirectionOfTravel direction;
    std::optional<StatusRole>
        previous; ///< the status of the preceding period; nothing where it was not rated
    std::optional<bool> worse_than_baseline; ///< nothing where either figure is missing (A17)
    int red_run = 0;                         ///< periods in a row that were missed, this one included
    std::string commentary, corrective;      ///< as accepted, or as edited in the plan afterwards
    bool commentary_edited = false;
    std::vector<Sensitivity> sensitivities;
};

struct ActionDecided {
    const Plan* plan = nullptr;
    const PlannedAction* action = nullptr;
    const Return* from = nullptr;
    const ReturnedAction* row = nullptr;
    bool accepted = false;
    bool verified = false;
    ActionStatus status = ActionStatus::none;
    bool overdue = false;
    bool should_have_started = false;
    std::optional<Span> since_approval, since_last_quarter;
    std::optional<int> days_late; ///< delivered after the approved end (CW-63)
    DateField expected_end, completed;
    std::string reason_for_delay, corrective, commentary;
    bool commentary_edited = false; ///< in the plan, after it was written there
    Reason reason;
};

/// Counts that add up to the number of items (CW-81).
struct Counts {
    std::array<int, status_roles> statuses{};
    std::array<int, directions> travel{};
    std::array<int, action_statuses> actions{};
    int indicators = 0, kpis = 0, action_total = 0;
};

struct Restatement {
    const Indicator* indicator = nullptr;
    const ReturnedIndicator* row = nullptr;
    Period period;
    std::string before, now;
};

/// What changed between the version of a plan before and the one in force (CW-12, CW-13).
struct PlanDifference {
    enum class Kind : std::uint8_t { added, removed, changed };
    Kind kind = Kind::changed;
    int priority = 0;
    std::string ref, item, before, now;
    const PlanChange* logged = nullptr; ///< the change log's line for it; null where the log is silent
};

struct Decided {
    Period period;
    std::vector<IndicatorDecided> indicators; ///< in the plans' order
    std::vector<ActionDecided> actions;
    Counts council;
    std::vector<std::pair<const Plan*, Counts>> by_plan;
    std::vector<std::pair<std::string, Counts>> by_theme;
    std::vector<std::size_t> red_kpis;     ///< indexes of indicators: KPI and missed, at Q2 and Q4 (CW-68)
    std::vector<std::size_t> exceptions;   ///< missed in the preceding period, at Q1 and Q3 (CW-69)
    std::vector<std::size_t> new_reds;     ///< missed now and not then (CW-70)
    std::vector<std::string> removed_reds; ///< refs missed at Q4 and removed at refresh (CW-71)
    std::vector<Restatement> restatements; ///< CW-48
    std::vector<PlanDifference> plan_changes;
    std::vector<Finding> findings; ///< all, sorted by file, sheet, cell, rule
};

} // namespace engine
