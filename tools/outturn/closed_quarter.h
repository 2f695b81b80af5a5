#pragma once
// A closed quarter: the record of what was published, frozen in closed/<period>.json below the out folder.
// Later runs compare with it and publish nothing.

#include "engine/figures/period.h"
#include "tools/outturn/json_of.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace outturn {

/// The record of a closed quarter; nothing where it is open. An Error where the file cannot be understood:
/// then nobody can say what was published.
std::expected<std::optional<Json>, cells::Error> read_closed(const std::filesystem::path& out,
                                                             engine::Period period);

/// Freezes what findings.json in `out` says was published for the period. Gives the files that were changed
/// since they were published; their fingerprints as they are now are frozen too. Errors: nothing was
/// published for the period, or it is closed already.
std::expected<std::vector<std::string>, cells::Error> close_quarter(const std::filesystem::path& out,
                                                                    engine::Period period);

/// What a run would publish now that differs from what was published, a line each: "HO-04: status was Green,
/// would be Amber".
std::vector<std::string> differences(const Json& closed, const Json& now);

} // namespace outturn
