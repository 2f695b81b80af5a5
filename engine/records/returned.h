#pragma once
// A quarterly return as read: what one service says of its indicators and actions for one period.

#include "engine/figures/date_field.h"
#include "engine/figures/figure.h"
#include "engine/figures/period.h"
#include "engine/records/observed.h"
#include "engine/records/place.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

struct ReturnedIndicator {
    std::uint32_t row = 0;
    bool hidden = false;
    std::string section;
    Text ref, name, unit_text, polarity_text, status, commentary, corrective;
    Figure target, last, numerator, denominator, actual, forecast;
};

struct ReturnedAction {
    std::uint32_t row = 0;
    bool hidden = false;
    std::string section;
    Text ref, title, status, reason, corrective, commentary;
    DateField start, end, revised, completed;
};

struct Return {
    std::string file;
    std::string cover_sheet, indicators_sheet, actions_sheet;
    Text council, service, directorate, period_text, template_version, finance_period, risk_period,
        completed_by, verified_by, approved_by;
    std::optional<Period> period;
    DateField as_at, completed_on, verified_on, approved_on;
    std::vector<ReturnedIndicator> indicators;
    std::vector<ReturnedAction> actions;
    std::uint32_t indicator_status_column = 0; ///< output cells; 0 where the return has no such column
    std::uint32_t action_status_column = 0;
    std::vector<Observed> observed;

    /// Verified by the key lead and approved by the director, with dates (CWaC section 2.6).
    bool signed_off() const;
};

} // namespace engine
