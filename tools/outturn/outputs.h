#pragma once
// What a run writes: annotated returns, updated plans, filled templates. Each file is made whole in memory,
// linted there, and only then published.

#include "engine/report/slots_for.h"
#include "engine/status/decided.h"
#include "tools/outturn/framework_files.h"
#include "tools/outturn/intake.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace outturn {

/// A file that was published.
struct Output {
    std::string file; ///< below the out folder, with '/'
    std::string sha256;
};
using Published = std::expected<Output, cells::Error>;

/// Every return, annotated, as returns/<its name>; in the returns' order.
std::vector<Published> publish_returns(Intake& intake, const engine::Decided& decided,
                                       const std::filesystem::path& out, unsigned threads);

/// Every plan in force, with the period's values, as plans/<its name>; in the plans' order.
std::vector<Published> publish_plans(Intake& intake, const engine::Decided& decided,
                                     const std::filesystem::path& out, unsigned threads);

/// The report's template filled, as "<id> <period>.xlsx"; with an area, "<id> <period> <area>.xlsx".
Published publish_report(const engine::Papers& papers, const engine::Decided& decided,
                         const engine::Report& report, const FrameworkFiles& framework,
                         const engine::Provenance& provenance, const std::filesystem::path& out,
                         std::string_view area = {});

/// One file's bytes, put in its place below the out folder. Never over `source`.
Published publish_file(const std::string& file, std::string_view bytes, const std::filesystem::path& out,
                       const std::filesystem::path& source = {});

} // namespace outturn
