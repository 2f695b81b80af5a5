#pragma once
// Verbs that take workbooks by name, one after the other: what they have in common.

#include "tools/outturn/check_workbook.h"
#include "tools/outturn/json_of.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace outturn {

struct WorkbookOptions {
    std::vector<std::filesystem::path> workbooks;
    std::string framework, period;
    CheckRequest request;
    std::filesystem::path out;
    bool json = false;

    CheckRequest with_period() const;
};

/// The workbooks, --framework, --period, --plans, --json
void add_workbook_options(CLI::App& verb, WorkbookOptions& options);

/// "housing.xlsx: quarterly return, 2016-17 Q2: 3 errors, 1 query, no notes"
std::string verdict(const CheckedWorkbook& checked, const WorkbookOptions& options);

Json json_of(const CheckedWorkbook& checked);

} // namespace outturn
