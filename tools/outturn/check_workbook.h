#pragma once
// One workbook looked at by itself, whichever kind it is: its findings, and its statuses where the plans are
// at hand. What only a whole quarter can show (a missing return, a reference in two returns) is not looked
// for.

#include "engine/status/decided.h"
#include "tools/outturn/incoming.h"
#include "tools/outturn/intake.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace outturn {

struct CheckedWorkbook {
    Incoming incoming;
    engine::Papers papers; ///< the plans that it was checked against among them
    engine::Decided decided;
    bool plan = false; ///< else a return

    /// The workbook's own findings.
    std::vector<engine::Finding> findings() const;
    /// "outcome plan", "quarterly return"
    std::string kind() const;
};

struct CheckRequest {
    std::filesystem::path plans; ///< folder; empty: a return is checked without its targets
    engine::Period period;       ///< none: the return's own, the first of a plan
    unsigned threads = 0;
};

/// The framework must outlive the result.
std::expected<CheckedWorkbook, cells::Error> check_workbook(const std::filesystem::path& path,
                                                            const CheckRequest& request,
                                                            const engine::Framework& framework);

} // namespace outturn
