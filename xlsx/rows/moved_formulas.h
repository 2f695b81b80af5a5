#pragma once
// The formulas in a sheet's cells after rows were inserted or deleted on that sheet or another: their texts,
// their ranges, and which of them may give another value now.

#include "xlsx/package/splice.h"
#include "xlsx/rows/movement.h"
#include "xlsx/rows/row_shift.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct MovedFormulas {
    Splices edits; ///< of the sheetData element; rows that go are not edited
    /// Formulas that say something else now or tell where they are, so that what they give is not known.
    std::vector<cells::Range> unknown;
    /// Where arrays had spilt that Excel spills anew. Cells without a formula are to lose their values.
    std::vector<cells::Range> emptied;
    /// The formulas next to an insertion as they are now, by column.
    std::map<std::uint32_t, std::string> above, below;
};

/// A formula that stands in the way.
struct FormulaFault {
    cells::Address at;
    std::string what;
};

/// `sheet` is the sheet of the rows, in the movement's order.
std::expected<MovedFormulas, FormulaFault> moved_formulas(std::string_view sheet_data,
                                                          const Movement& movement, const RowShift& shift,
                                                          std::size_t sheet);

} // namespace xlsx
