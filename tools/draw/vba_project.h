#pragma once
// The macros of a sample .xlsm (MS-OVBA): a project with a document module for the workbook and each sheet
// and one module of code. It is there to be kept: Outturn never runs, reads or changes macros.

#include <string>
#include <vector>

namespace draw {

/// The bytes of vbaProject.bin. The sheets' code names are Sheet1, Sheet2 ..., as libxlsxwriter gives them.
std::string vba_project(std::size_t sheets);

} // namespace draw
