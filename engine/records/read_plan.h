#pragma once
// Reads an outcome plan from a workbook's sheets by the framework's layout. What cannot be read in a cell is
// kept as it stands (Figure::marker, DateField::kind) for the rules to judge; an Error means that there is no
// plan in the workbook.
//
// The fields that it reads from a layout (framework.plan):
//   cover       council, priority, outcome, short_name, theme, owner, director, version, approved, effective,
//               template_version
//   indicators  ref, name, definition, unit, polarity, range_from, range_to, kpi, frequency, measured,
//   places,
//               service, area, baseline, baseline_period, target_basis; by year: target; by year and quarter:
//               profiled, actual, forecast, status, commentary
//   actions     ref, title, lead, service, start, end, completed; by year and quarter: revised, status,
//               commentary
//   benchmarks  ref, name, period, ours, group, theirs
//   changes     ref, item, before, after, version, effective, approver, reason

#include "engine/cells/error.h"
#include "engine/cells/sheet.h"
#include "engine/framework/framework.h"
#include "engine/records/papers.h"

#include <expected>
#include <string_view>
#include <vector>

namespace engine {

std::expected<Plan, cells::Error> read_plan(const std::vector<cells::Sheet>& sheets,
                                            const Framework& framework, std::string_view file);

/// The cells of a plan that the period's accepted figures are written to, found with the same layout.
struct PlanCells {
    std::string sheet;
    std::uint32_t row = 0;
    cells::Address actual, forecast, status, commentary, revised,
        completed; ///< none where the plan has no such column
};
std::vector<PlanCells> output_cells(const Plan& plan, const std::vector<cells::Sheet>& sheets,
                                    const Framework& framework, Period period);

} // namespace engine
