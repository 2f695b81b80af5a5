#pragma once
// Runs the other readers of tests/readers as judges: programs in Debian's own Python, or in Node.js, that say
// what openpyxl, zipfile or ExcelJS makes of a file.

#include <string>
#include <string_view>

namespace support {

/// What tests/readers/<script> prints when it is given `input`. Ends the test case as skipped where the
/// script says that it lacks a library (exit status 77), and fails it for any other failure.
std::string run_reader(std::string_view script, std::string_view input);

} // namespace support
