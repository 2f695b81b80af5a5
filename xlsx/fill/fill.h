#pragma once
// Pours slots into a committee template: any .xlsx that somebody marked once in Excel (engine/cells/slots.h
// has the marking). Rows that repeat are inserted as Excel's own Insert does it, and all that refers to cells
// follows: formulas, names, merges, conditional formats, validations, hyperlinks, print areas, breaks,
// charts.

#include "engine/cells/error.h"
#include "engine/cells/slots.h"
#include "xlsx/calc/values_report.h"
#include "xlsx/fill/filled_slot.h"
#include "xlsx/package/package.h"

#include <expected>

namespace xlsx {

/// Fills the template in the package. Errors name the cell and the nearest field where a slot is unknown
/// (bad_template), and `refused` when our linter finds what the template did not have.
/// Text from a slot is written as text, never as a formula. Formulas whose inputs may have changed get new
/// cached values or none, which is what is reported, and the workbook recalculates on load. On an error the
/// package is of no use.
std::expected<ValuesReport, cells::Error> fill(Package& package, const cells::Slots& slots);

/// What fill() would put where: each slot with its value and the cell that it fills, sheet by sheet and row
/// by row. The package stays as it is; errors are those of fill() but for the linter's.
std::expected<FilledSlots, cells::Error> preview(const Package& package, const cells::Slots& slots);

} // namespace xlsx
