#pragma once
// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31): a percentage, a date, so
// many decimal places. Formats nothing. Of a code's sections the first decides, which is that of positive
// numbers.

#include "engine/cells/cell.h"

#include <array>
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

struct NumberFormatCode {
    std::string_view code;
    std::uint32_t id;
};
/// The formats known by number that every language shows alike, with how Excel spells them.
inline constexpr std::array<NumberFormatCode, 9> common_number_formats = {{{"General", 0},
                                                                           {"0", 1},
                                                                           {"0.00", 2},
                                                                           {"#,##0", 3},
                                                                           {"#,##0.00", 4},
                                                                           {"0%", 9},
                                                                           {"0.00%", 10},
                                                                           {"0.00E+00", 11},
                                                                           {"@", 49}}};
/// What shows a date where no format is asked for.
inline constexpr std::string_view date_format = "d mmm yyyy";
/// The numbers from here on are the workbook's own.
inline constexpr std::uint32_t first_own_number_format = 164;

} // namespace xlsx
