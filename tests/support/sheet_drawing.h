#pragma once
// A table drawn in a test becomes a sheet as a reader would have found it. Rows are lines between bars,
// numbered from 1; other lines but those named below are refused. What a cell holds is told by its look:
//
//   | Ref | Indicator        text; spaces at the ends do not count
//   | "100" | " x|y "        text exactly as between the quotes
//   | 94.7 | -3 | 1E999      a number in General format (1E999: beyond what a figure can be)
//   | 94.7% | £1,234.50      0.947 shown as a percentage to one place; money to two places
//   | 1,234 | 12.50#         a number in a number format, with the places written
//   | 31/03/2017             a date's serial number in a date format
//   | =12 | =94.7% | =?      a formula with the cached value that follows; one never calculated
//   | #DIV/0! | TRUE         an error; a truth
//   | 2016-17 | < | < |      < belongs to a merge with the cell on its left, ^ with the cell above
//   | "" |                   a styled cell that holds nothing (a blank one is no cell at all)
//   | a | b | ~              ~ after the last bar: the row is hidden
//   | a | b | V012           other words after the last bar: the row's remark, not in the sheet
//   12 | a | b |             the row's number, where rows are left out
//   hidden columns: C, F     hides them
//
// A drawing of a workbook has a line before each sheet: "[Return]", or "[Lists] hidden".

#include "engine/cells/sheet.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace support {

struct Drawing {
    cells::Sheet sheet;
    std::map<std::uint32_t, std::string> remarks; ///< by row; rows without one are not in it
};

/// One sheet. A drawing that cannot be understood fails the test and says where.
cells::Sheet draw(std::string_view name, std::string_view table, bool date1904 = false);
Drawing draw_with_remarks(std::string_view name, std::string_view table, bool date1904 = false);

/// The sheets of a workbook, in order.
std::vector<Drawing> draw_workbook(std::string_view tables, bool date1904 = false);
std::vector<cells::Sheet> draw_sheets(std::string_view tables, bool date1904 = false);

/// One cell by its look, for tests of a single value.
cells::Cell draw_cell(std::string_view look, bool date1904 = false);

} // namespace support
