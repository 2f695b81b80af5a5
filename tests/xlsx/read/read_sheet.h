#pragma once
// A sheet's XML in a test, read and written down again as text: one cell a line.

#include "engine/cells/sheet.h"
#include "xlsx/package/package.h"

#include <string>

namespace support {

/// Requires: it is a workbook.
xlsx::Package opened(std::string bytes);

/// The first sheet of a workbook made of these rows (or this whole sheet part), and these parts besides.
cells::Sheet read_rows(const std::string& rows, const std::string& shared_strings = "",
                       const std::string& styles = "");
/// What the reader says where it refuses.
std::string refused_rows(const std::string& rows, const std::string& shared_strings = "");

/// "A1 text Ref", "B1 number 0.947 percent 1 formula", "C1 number ? 1E999", "D1 empty".
std::string lines_of(const cells::Sheet& sheet);

} // namespace support
