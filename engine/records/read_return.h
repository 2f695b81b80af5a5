#pragma once
// Reads a quarterly return from a workbook's sheets by the framework's layout. As read_plan.h: what cannot be
// read in a cell is kept for the rules; an Error means that there is no return in the workbook.
//
// The fields that it reads from a layout (framework.returned):
//   cover       council, service, directorate, period, as_at, finance_period, risk_period, template_version,
//               completed_by, completed_on, verified_by, verified_on, approved_by, approved_on
//   indicators  ref, name, unit, polarity, target, last, numerator, denominator, actual, forecast, status,
//               commentary, corrective
//   actions     ref, title, start, end, revised, completed, status, reason, corrective, commentary

#include "engine/cells/error.h"
#include "engine/cells/sheet.h"
#include "engine/framework/framework.h"
#include "engine/records/papers.h"

#include <expected>
#include <string_view>
#include <vector>

namespace engine {

std::expected<Return, cells::Error> read_return(const std::vector<cells::Sheet>& sheets,
                                                const Framework& framework, std::string_view file);

/// Which kind of workbook this is, by its cover: "plan", "return", or an Error that says what was looked for.
std::expected<std::string, cells::Error> recognise(const std::vector<cells::Sheet>& sheets,
                                                   const Framework& framework, std::string_view file);

} // namespace engine
