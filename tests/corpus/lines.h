#pragma once
// What the check has to say of a workbook, a line each with tabs between, in the form that tests/readers
// prints: the driver compares the two. No line or tab within a column.

#include <initializer_list>
#include <string>
#include <string_view>

namespace corpus {

/// A text in one column: \n, \r, \t and \\ for what would break the line.
std::string one_line(std::string_view text);

/// Prints a line of these columns, each made one_line() first.
void say(std::initializer_list<std::string_view> columns);

} // namespace corpus
