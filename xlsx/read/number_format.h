#pragma once
// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31): a percentage, a date, so
// many decimal places. Formats nothing. Of a code's sections the first decides, which is that of positive
// numbers.

#include "engine/cells/cell.h"

#include <cstdint>
#include <string_view>

namespace xlsx {

struct NumberFormat {
    cells::Shown shown = cells::Shown::general;
    std::int8_t places = -1; ///< as cells::Cell::shown_places
    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// A code as the workbook spells it: `0.0%`, `[$£-809]#,##0.00`, `dd mmm yyyy`.
NumberFormat read_number_format(std::string_view code);
/// A format that the workbook does not spell because Excel knows it by number. General for an unknown one.
NumberFormat built_in_number_format(std::uint32_t id);

} // namespace xlsx
