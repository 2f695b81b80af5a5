#pragma once
// A council's published performance management framework, compiled: terms, calendar, statuses with their
// published wording, bands, directions, action rules, duties to explain, layouts of its workbooks, its
// reports. The engine knows the kinds of rule; every threshold, word and choice is here and comes from
// framework.toml. Made only by compile() (compile.h), so what is here holds together: bands cover every case
// once.

#include "engine/cells/date.h"
#include "engine/cells/decimal.h"
#include "engine/cells/mark.h"
#include "engine/figures/period.h"
#include "engine/layout/layout.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a status means to the engine; its word, colour and published definition are the framework's.
enum class StatusRole : std::uint8_t {
    met,      ///< achieved or on track (Green)
    near,     ///< within tolerance (Amber)
    missed,   ///< beyond tolerance (Red)
    measured, ///< cannot be rated, for one of the published reasons (M)
    none      ///< not rated: no return, withheld, not comparable. Not a published status, but counted (CW-28)
};
inline constexpr std::size_t status_roles = 5;

struct StatusWords {
    StatusRole role = StatusRole::none;
    std::string word;   ///< "Green"
    std::string letter; ///< "G"
    cells::Colours colours;
    std::vector<std::string> definition; ///< the published bullets, letter for letter
    std::string joined; ///< the published word between the bullets: "OR", or empty where there is none
};

/// The shortfall up to which a status holds; the last band has no bound. In order, met first; a framework
/// without Amber has two.
struct Band {
    StatusRole role = StatusRole::met;
    std::optional<cells::Decimal> at_most; ///< per cent of |target|; 0 for met
    bool inclusive = true;                 ///< a shortfall exactly on the bound is in (A2)
};

enum class Direction : std::uint8_t { improving, maintained, declining, measured };
inline constexpr std::size_t directions = 4;
struct DirectionWords {
    Direction direction = Direction::measured;
    std::string word;   ///< "Improving"
    std::string symbol; ///< never alone
    std::vector<std::string> definition;
};

enum class ActionStatus : std::uint8_t {
    scheduled,
    on_target,
    delivered,
    slipped_short,
    slipped_long,
    not_viable,
    none ///< not rated: withheld, not returned, no dates. Not a published status, but counted
};
inline constexpr std::size_t action_statuses = 7;
struct ActionWords {
    ActionStatus status = ActionStatus::on_target;
    std::string word; ///< "Slipped (less than 3 months)"
    cells::Colours colours;
    std::vector<std::string> definition;
};

/// The four published reasons for M (CW-27).
enum class MeasuredReason : std::uint8_t { annual, survey, target, baseline };
inline constexpr std::size_t measured_reasons = 4;

/// A choice where the source is silent, named in framework.toml as in requirements.md (A1 to A33).
struct Settings {
    enum class Tolerance : std::uint8_t { relative, points };
    enum class OnTrack : std::uint8_t { forecast_or_profile, forecast_only, actual_only };
    enum class Mixed : std::uint8_t { with_note, never };
    enum class Cumulative : std::uint8_t { same_quarter_last_year, increment, share_of_profile };
    enum class Rounding : std::uint8_t { stored, displayed };
    enum class ZeroTarget : std::uint8_t { missed, near, points };
    enum class ExactSlip : std::uint8_t { shorter, longer };
    enum class SlipSince : std::uint8_t { worse, approval, last_quarter };
    enum class NarrativeMissing : std::uint8_t { finding, missed };
    enum class OutsideRange : std::uint8_t { tolerance, missed };

    Tolerance tolerance = Tolerance::relative;                            // A1
    NarrativeMissing amber_needs_narrative = NarrativeMissing::finding;   // A3
    OnTrack on_track = OnTrack::forecast_or_profile;                      // A4
    Mixed mixed_direction = Mixed::with_note;                             // A5
    Cumulative cumulative_direction = Cumulative::same_quarter_last_year; // A6
    std::optional<cells::Decimal> maintained_within; // A7: per cent; nothing: equal at published precision
    ZeroTarget zero_target = ZeroTarget::missed;     // A8
    OutsideRange outside_range = OutsideRange::tolerance; // A9
    bool annual_rated_at_year_end = true;                 // A10
    ExactSlip exactly_on_boundary = ExactSlip::shorter;   // A12
    SlipSince slip_since = SlipSince::worse;              // A13
    bool overdue_counts_to_period_end = true;             // A15
    bool red_against_baseline_too = false; // A17: only a Red KPI worse than its baseline explains
    Rounding rounding = Rounding::stored;  // A23
    int development_quarters = 2;          // A30
    int percentage_places = 0;             // A31
    cells::Decimal jump_per_cent = 25;     ///< V022: a change beyond this wants a comment
    int jump_least_count = 5;              ///< V022: a count that changes by fewer does not
    int same_figure_digits = 3;            ///< V023: a figure of fewer is the same again by chance
    int same_commentary_length = 20;       ///< V044: a shorter commentary may be true twice
    int fewest_formulas = 3;               ///< V050: from so many on, formulas are their column's rule
};

struct Priority {
    int number = 0;
    std::string outcome;    ///< published wording
    std::string short_name; ///< "Best start in life"
    std::string theme;
    std::string director;
};

/// A duty to explain (section 7), and where it is owed.
struct Duties {
    std::vector<int> red_kpi_quarters;   ///< {2, 4}: CW-68
    std::vector<int> exception_quarters; ///< {1, 3}: CW-69
    std::vector<int> benchmark_quarters; ///< {2}: CW-49
    bool slipped_long_explained = true;  ///< CW-67
};

struct Report {
    std::string id; ///< "cabinet-scorecard"
    std::string title;
    std::string audience; ///< "Tier One: Cabinet"
    std::string file;     ///< the template, beside framework.toml
    std::vector<int> quarters;
};

struct Principle {
    std::string name;
    std::vector<std::string> evidence; ///< CWaC section 10
};

struct Framework {
    std::string id; ///< "cheshire-west-and-chester"
    std::string title;
    std::string council;
    std::string version; ///< of this file
    std::string source;  ///< the published document
    unsigned first_month = 4;
    cells::Date plan_first{}, plan_last{};
    std::vector<Priority> priorities;
    std::array<StatusWords, status_roles> statuses; ///< by role
    std::vector<Band> bands;
    std::array<std::string, measured_reasons> reasons; ///< published words
    std::array<DirectionWords, directions> travel;
    std::array<ActionWords, action_statuses> actions;
    int slip_months = 3; ///< the boundary between the two kinds of slippage
    Settings settings;
    Duties duties;
    Layout plan, returned;
    std::vector<Report> reports;
    std::vector<Principle> principles;

    const StatusWords& words(StatusRole role) const { return statuses[static_cast<std::size_t>(role)]; }
    const DirectionWords& words(Direction d) const { return travel[static_cast<std::size_t>(d)]; }
    const ActionWords& words(ActionStatus s) const { return actions[static_cast<std::size_t>(s)]; }
};

} // namespace engine
