#pragma once
// What a run says on the terminal: what came, what is missing, what is wrong, the counts of every status, and
// where the files are.

#include "tools/outturn/quarter.h"
#include "tools/outturn/terminal.h"

#include <filesystem>
#include <string>

namespace outturn {

std::string summary(const Outcome& outcome, const engine::Framework& framework,
                    const std::filesystem::path& out, const Paint& paint);

/// One finding as a line, its severity painted.
std::string line_of(const engine::Finding& finding, const Paint& paint);

/// "3 errors, 1 query, no notes"
std::string findings_text(const std::vector<engine::Finding>& findings);

} // namespace outturn
