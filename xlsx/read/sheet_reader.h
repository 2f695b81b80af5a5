#pragma once
// One worksheet's part, row by row, into cells (ECMA-376 part 1, 18.3.1). Takes what real producers write: no
// references on rows and cells, cells out of order, values without types, prefixes, strict namespaces.

#include "engine/cells/error.h"
#include "engine/cells/sheet.h"
#include "xlsx/package/package.h"
#include "xlsx/read/cell_reader.h"
#include "xlsx/read/rows.h"

#include <cstdint>
#include <expected>
#include <string_view>

namespace xlsx {

/// How much more may be read; counts down over several sheets.
struct SheetBudget {
    std::uint64_t cells = 0;
    std::uint64_t text_bytes = 0;
    explicit SheetBudget(const Limits& limits) : cells(limits.cells), text_bytes(limits.text_bytes) {}
};

/// Hands over a sheet's rows one by one; memory holds no more than one. `name` is the sheet's own, for
/// messages.
std::expected<SheetShape, cells::Error> read_rows(Package& package, std::string_view part,
                                                  std::string_view name, const SheetContext& context,
                                                  SheetBudget& budget, const TakeRow& take_row);

/// The whole sheet: in order, and of cells at one address the last.
std::expected<cells::Sheet, cells::Error> read_sheet(Package& package, std::string_view part,
                                                     std::string_view name, const SheetContext& context,
                                                     SheetBudget& budget);

} // namespace xlsx
