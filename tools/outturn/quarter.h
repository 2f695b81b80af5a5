#pragma once
// The main job: a quarter's plans and returns in, annotated workbooks, updated plans and the scorecards out.

#include "engine/status/decided.h"
#include "tools/outturn/framework_files.h"
#include "tools/outturn/intake.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/outputs.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace outturn {

struct Job {
    Request request;
    std::filesystem::path out;
};

struct Outcome {
    Intake intake;
    engine::Decided decided;
    std::vector<Output> written;
    std::vector<cells::Error> not_done; ///< of reading and of writing
    /// Set for a quarter that is closed: what would differ from what was published. Nothing was written.
    std::optional<std::vector<std::string>> differences;
    Json record; ///< as published in findings.json
};

/// One quarter, start to finish. What is wrong in the workbooks is the Outcome; an Error means that the job
/// could not be done at all, and that nothing was written. The framework must outlive the outcome.
std::expected<Outcome, cells::Error> quarter(const Job& job, const FrameworkFiles& framework);

/// The same without writing anything: for verbs that only look. Edits in the plans of `out` are kept, if it
/// is given.
std::expected<Outcome, cells::Error> decide_quarter(const Job& job, const FrameworkFiles& framework);

} // namespace outturn
