#pragma once
// What a run writes: annotated returns, updated plans, filled templates. Each file is made whole in memory,
// linted there, and drafted; all of a run are then published together.

#include "engine/report/slots_for.h"
#include "engine/status/decided.h"
#include "tools/files/publish.h"
#include "tools/outturn/framework_files.h"
#include "tools/outturn/intake.h"
#include "xlsx/calc/values_report.h"
#include "xlsx/fill/filled_slot.h"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outturn {

/// A file that is written, or about to be.
struct Output {
    std::string file; ///< below the out folder, with '/'
    std::string sha256;
    xlsx::ValuesReport values = {}; ///< what became of its formulas' values
};
using Written = std::expected<Output, cells::Error>;

/// The folder that a run writes to.
class OutFolder {
public:
    explicit OutFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// One file's bytes, to be put in place below the folder. Never over `source`. For any thread.
    Written draft(const std::string& file, std::string_view bytes, const std::filesystem::path& source = {});

    /// Puts all drafts in their places. What could not be leaves `written` for `not_done`.
    void publish(std::vector<Output>& written, std::vector<cells::Error>& not_done);

private:
    std::filesystem::path folder_;
    files::Publication publication_;
};

/// Every return, annotated, as returns/<its name>; in the returns' order.
std::vector<Written> draft_returns(OutFolder& out, Intake& intake, const engine::Decided& decided,
                                   unsigned threads);

/// Every plan in force, with the period's values, as plans/<its name>; in the plans' order.
std::vector<Written> draft_plans(OutFolder& out, Intake& intake, const engine::Decided& decided,
                                 unsigned threads);

/// The report's template filled, as "<id> <period>.xlsx"; with an area, "<id> <period> <area>.xlsx".
Written draft_report(OutFolder& out, const engine::Papers& papers, const engine::Decided& decided,
                     const engine::Report& report, const FrameworkFiles& framework,
                     const engine::Provenance& provenance, std::string_view area = {});

/// What the report's template would be filled with, slot by slot.
std::expected<xlsx::FilledSlots, cells::Error>
preview_report(const engine::Papers& papers, const engine::Decided& decided, const engine::Report& report,
               const FrameworkFiles& framework, const engine::Provenance& provenance);

/// "2 formulas show no value until Excel opens the file: Sheet1!B4, Sheet1!B7"; "" where all show theirs.
std::string without_values(const xlsx::ValuesReport& values);
/// The same as a line below a file's own, with its end.
std::string line_of(const xlsx::ValuesReport& values);

/// Drafts and publishes one file.
Written publish_file(const std::string& file, std::string_view bytes, const std::filesystem::path& out,
                     const std::filesystem::path& source = {});

} // namespace outturn
