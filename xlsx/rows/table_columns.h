#pragma once
// The tables of a sheet as far as new rows need to know of them: which rows are data, and which columns are
// calculated. ECMA-376 part 1, 18.5.1.2 (table), 18.5.1.3 (tableColumn).

#include "engine/cells/address.h"
#include "engine/cells/error.h"
#include "xlsx/package/package.h"
#include "xlsx/rows/moved_formulas.h"

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct TableColumns {
    std::string part;
    std::string name;
    cells::Range range;
    std::uint32_t heads = 1; ///< rows
    std::uint32_t totals = 0;
    std::map<std::uint32_t, std::string> calculated; ///< by column of the sheet

    std::uint32_t first_data() const { return range.first.row + heads; }
    std::uint32_t last_data() const { return range.last.row - totals; }
};

std::expected<std::vector<TableColumns>, cells::Error> table_columns(Package& package,
                                                                     std::string_view sheet_part);

/// The formulas that new rows have in calculated columns: as copied from the row next to them, else the
/// column's own. One text for each row, by column.
std::map<std::uint32_t, std::vector<std::string>> calculated_formulas(const std::vector<TableColumns>& tables,
                                                                      const RowShift& shift,
                                                                      const MovedFormulas& neighbours,
                                                                      const Movement& movement);

} // namespace xlsx
