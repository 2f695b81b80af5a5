#pragma once
// What came in for a period: every workbook of the folders opened, read and fingerprinted, in the order of
// their names whatever the threads did. One that cannot be read is reported, and the rest goes on.

#include "engine/cells/error.h"
#include "engine/framework/framework.h"
#include "engine/records/papers.h"
#include "tools/outturn/incoming.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <vector>

namespace outturn {

struct Intake {
    engine::Papers papers;
    std::vector<Incoming> plans;   ///< of all versions
    std::vector<Incoming> returns; ///< beside papers.returns, index by index
    std::vector<cells::Error> not_done;
    std::vector<std::filesystem::path> left_alone; ///< files that are no spreadsheets
};

struct Request {
    std::filesystem::path plans, returns; ///< folders
    engine::Period period;
    unsigned threads = 0; ///< as for in_parallel()
};

/// Reads both folders. An Error where a folder is missing or empty, where nothing in it could be read, or
/// where the framework has no plans for the period. The framework must outlive the intake.
std::expected<Intake, cells::Error> take_in(const Request& request, const engine::Framework& framework);

/// The plans of one folder only: what a return is checked against.
std::expected<Intake, cells::Error> take_in_plans(const Request& request, const engine::Framework& framework);

/// Why a plan says nothing of a period's year, or nothing where it does.
std::optional<cells::Error> wrong_year(const engine::Plan& plan, engine::Period period);

} // namespace outturn
