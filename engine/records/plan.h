#pragma once
// An outcome plan as read: its indicators with yearly targets and the history of their figures, its actions
// with dates, benchmarks and change log. A plain record: nothing is judged here. Framework CWaC
// sections 2.4, 5.2-5.4, 5.9.

#include "engine/figures/date_field.h"
#include "engine/figures/figure.h"
#include "engine/figures/period.h"
#include "engine/records/observed.h"
#include "engine/records/place.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

struct Indicator {
    std::string sheet;
    std::uint32_t row = 0;
    Text ref, name, definition, unit_text, polarity_text, kpi_text, frequency_text, measured_text, service,
        area, target_basis;
    std::optional<Unit> unit;
    std::optional<Polarity> polarity;
    std::optional<Frequency> frequency;
    Measured measured = Measured::snapshot;
    bool kpi = false;
    int places = 1;              ///< published precision
    Figure range_from, range_to; ///< the good range, for Polarity::in_range
    Figure baseline;
    Text baseline_period;
    std::map<int, Figure> targets;     ///< by year; a year without a column has no entry
    std::map<Period, Figure> profiled; ///< profiled targets
    std::map<Period, Figure> actuals;
    std::map<Period, Figure> forecasts; ///< of the year's end, as forecast in that period
    std::map<Period, Text> statuses;    ///< as written in the plan
    std::map<Period, Text> commentaries;
    std::string section; ///< the section row it stands under

    const Figure* target(int year) const;
    const Figure* profile(Period period) const;
    const Figure* actual(Period period) const;
    const Figure* forecast(Period period) const;
};

struct PlannedAction {
    std::string sheet;
    std::uint32_t row = 0;
    Text ref, title, lead, service;
    DateField start, end;                ///< as approved
    std::map<Period, DateField> revised; ///< the end date as re-phased in that period
    DateField completed;
    std::map<Period, Text> statuses;
    std::map<Period, Text> commentaries;

    /// The expected end as it stood after `period`: the last revised date up to it, else the approved one.
    const DateField& end_as_of(Period period) const;
};

struct Benchmark {
    Text ref, period, group;
    Figure ours, theirs;
    bool not_available = false; ///< said so in words
    std::uint32_t row = 0;
};

struct PlanChange {
    Text ref, item, before, after, version, approver, reason;
    DateField effective;
    std::uint32_t row = 0;
};

struct Plan {
    std::string file;
    std::string cover_sheet, indicators_sheet, actions_sheet, benchmarks_sheet, changes_sheet;
    Text council, priority_text, outcome, short_name, theme, owner, director, version, template_version;
    int priority = 0; ///< 0 where it could not be read
    DateField approved, effective;
    std::vector<Indicator> indicators;
    std::vector<PlannedAction> actions;
    std::vector<Benchmark> benchmarks;
    std::vector<PlanChange> changes;
    std::vector<Observed> observed;
};

} // namespace engine
