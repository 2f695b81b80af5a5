#pragma once
// Puts marks on a workbook that carries none of ours, and leaves in it what it takes to have them off again.

#include "xlsx/calc/values_report.h"
#include "xlsx/edit/annotate.h"
#include "xlsx/edit/memory.h"

#include <expected>
#include <vector>

namespace xlsx {

/// `kept` are values of earlier runs that are to stand again. Requires: every sheet that a mark names is
/// there.
std::expected<ValuesReport, cells::Error> put_on(Package& package, const cells::Marks& marks,
                                                 const Author& author,
                                                 const std::vector<RememberedCell>& kept);

} // namespace xlsx
