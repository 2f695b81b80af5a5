#pragma once
// Reads an outcome plan from a workbook's sheets by the framework's layout. What cannot be read in a cell is
// kept as it stands (Figure::marker, DateField::kind) for the rules to judge; an Error means that there is no
// plan in the workbook.

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
