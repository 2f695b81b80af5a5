#pragma once
// How a verb says what it could not do, and what its exit status is. Results go to standard output, these to
// standard error.

#include "engine/cells/error.h"
#include "engine/records/finding.h"
#include "tools/outturn/exit_status.h"

#include <string_view>
#include <vector>

namespace outturn {

/// Says each error on a line of its own. With `json` also prints {"not_done": [...]} as the result, for a
/// program that expects one.
ExitStatus fail(const std::vector<cells::Error>& errors, bool json = false);
ExitStatus fail(const cells::Error& error, bool json = false);

/// Of work that was done as far as it could be.
ExitStatus status_of(const std::vector<engine::Finding>& findings, const std::vector<cells::Error>& not_done);

/// Prints to standard output, as it is.
void print(std::string_view text);

} // namespace outturn
