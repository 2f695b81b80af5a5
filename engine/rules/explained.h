#pragma once
// Whether a row says in words what it owes: one place for each, so that two rules that ask for the same words
// agree on what counts as an answer. Each gives the breach at the cell that should hold them.

#include "engine/rules/each.h"

namespace engine::rules {

/// The service's commentary, or what somebody has made of it in the plan since.
inline Broken without_commentary(const RatedCase& c, std::string detail) {
    if (!c.decided.commentary.empty()) return {};
    return Breach{c.row.commentary.at, std::move(detail)};
}
/// The service's alone: the row may not have been accepted.
inline Broken without_commentary(const IndicatorCase& c) {
    if (!c.row.commentary.blank()) return {};
    return Breach{c.row.commentary.at, {}};
}

/// Of an indicator's row or an action's.
template <class Row>
Broken without_corrective_action(const Row& row, std::string detail = "no corrective action") {
    if (!row.corrective.blank()) return {};
    return Breach{row.corrective.at, std::move(detail)};
}

inline Broken without_reason(const ReturnedAction& row, std::string detail = "no reason for the delay") {
    if (!row.reason.blank()) return {};
    return Breach{row.reason.at, std::move(detail)};
}

} // namespace engine::rules
