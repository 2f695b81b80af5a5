#pragma once
// The workbooks of an example: every table completed and drawn as sheets. Part of example.h.

#include "engine/cells/sheet.h"
#include "engine/figures/period.h"
#include "tests/support/example.h"

#include <string>
#include <vector>

namespace support {

struct DrawnWorkbook {
    std::string file;
    bool plan = false;
    std::vector<cells::Sheet> sheets;
};

/// Plans first. Adds where each written row stands.
std::vector<DrawnWorkbook> draw_workbooks(const ExampleText& text, engine::Period period,
                                          std::vector<PlacedRow>& rows);

} // namespace support
