#pragma once
// Edits that leave a workbook which no linter could fault, and that no editor may make: what was there is
// gone.

#include "tests/support/workbook_builder.h"

#include <string>
#include <vector>

namespace support {

struct Forbidden {
    std::string sentence;
    std::string invariant;
    Parts given; ///< parts that the workbook has besides
    std::string part;
    std::string was;
    std::string is;
};

std::vector<Forbidden> forbidden_edits();

} // namespace support
