#pragma once
// Faults as a test shows them, one on each line.

#include "tests/support/workbook_builder.h"
#include "xlsx/lint/lint.h"

#include <string>
#include <vector>

namespace support {

/// "S6 xl/worksheets/sheet1.xml: C4 is said ...", with a line end each.
std::string listed(const std::vector<xlsx::Fault>& faults);
/// Of a workbook of these parts.
std::vector<xlsx::Fault> faults_of(const Parts& parts);

} // namespace support
