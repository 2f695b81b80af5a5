#pragma once
// The sentences that open a report: how many of how many, with the base stated each time. Percentages are
// rounded half up and never forced to add up to 100 (A31); where some items are not rated both bases are
// printed (A32).

#include "engine/status/decided.h"

#include <string>
#include <string_view>

namespace engine {

/// "82 of the 117 indicators rated were Green (70%), 21 Amber (18%), 14 Red (12%). Of all 162 indicators ..."
/// `item` is "indicators" or "key performance indicators".
std::string status_sentence(const Counts& counts, std::string_view item, const Framework& framework);

/// Improving, maintained, declining, and how many of the missed are improving (CW-47).
std::string direction_sentence(const Counts& counts, int missed_but_improving, const Framework& framework);

std::string action_sentence(const Counts& counts, const Framework& framework);

/// What "Not rated" means and how many there are; empty where there are none.
std::string not_rated_sentence(const Counts& counts, const Framework& framework);

/// "35%"; "less than 1%" where some would round to none. Requires: whole > 0.
std::string share(int part, int whole, int places);

} // namespace engine
