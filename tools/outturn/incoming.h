#pragma once
// One workbook that came in: opened, fingerprinted, its sheets read. What it means is for the engine to say.

#include "engine/cells/error.h"
#include "engine/cells/sheet.h"
#include "engine/records/read_plan.h"
#include "xlsx/package/package.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace outturn {

/// Kept open so that it can be written back.
struct Incoming {
    std::filesystem::path path;
    std::string name; ///< what findings call it: Plan::file, Return::file
    std::string sha256;
    xlsx::Package package;
    std::vector<engine::PlanCells> outputs; ///< of a plan: where the period's figures go
};

struct OpenedWorkbook {
    Incoming incoming;
    std::vector<cells::Sheet> sheets;
};

std::expected<OpenedWorkbook, cells::Error> open_workbook(const std::filesystem::path& path,
                                                          std::string name);

} // namespace outturn
