#pragma once
// Inserts and deletes rows of a sheet as Excel's own commands do: all that refers to cells follows, in cells,
// names, formats, tables, charts and what else is listed in follow/followers.cpp. New rows look like the row
// above them; a reference to rows that were deleted becomes #REF!.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"

#include <cstdint>
#include <expected>
#include <string_view>

namespace xlsx {

/// `count` empty rows come before row `before`. Formulas that may give another value lose the cached one, and
/// the workbook is calculated on load.
/// Errors, all before anything changes: no such sheet (not_found); rows that are no rows, or cells that would
/// be pushed off the sheet's end (too_large); a signature, part of an array or data table, rows within a
/// pivot table, and what cannot follow yet (not_allowed). `refused` where our linter finds what the workbook
/// did not have: the package is of no use then.
std::expected<void, cells::Error> insert_rows(Package& package, std::string_view sheet, std::uint32_t before,
                                              std::uint32_t count);

/// `count` rows go, beginning with row `first`. Errors as above; also a table's head, and its last data row.
std::expected<void, cells::Error> delete_rows(Package& package, std::string_view sheet, std::uint32_t first,
                                              std::uint32_t count);

} // namespace xlsx
