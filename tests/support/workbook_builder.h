#pragma once
// A small .xlsx made of the parts that a test gives as text, so that the test shows what it is about and
// nothing else. What it does not give is filled in: content types, relationships, a workbook part that lists
// the sheets as Sheet1, Sheet2 ..., plain styles, and one empty sheet where there is none.
//
//   support::workbook({{"xl/worksheets/sheet1.xml", R"(<row r="1"><c r="A1"><v>7</v></c></row>)"}})

#include <string>
#include <utility>
#include <vector>

namespace support {

/// Names and texts of parts, in the order in which they stand in the file.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// The file's bytes. A sheet given as rows only is wrapped in worksheet and sheetData elements; all else goes
/// in as it is given. A part given as "" is left out, default or not.
std::string workbook(Parts parts = {});

/// A zip file of exactly these parts.
std::string archive(const Parts& parts);

} // namespace support
