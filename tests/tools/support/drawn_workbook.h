#pragma once
// A drawing of sheets (support/sheet_drawing.h) as a workbook's bytes: numbers and texts. Of formats only
// those of percentages.

#include <string>
#include <string_view>

namespace support {

std::string drawn_workbook(std::string_view tables);

} // namespace support
