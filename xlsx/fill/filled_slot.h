#pragma once
// One slot of a template with what it is filled with and where: a line of the preview.

#include <string>
#include <vector>

namespace xlsx {

struct FilledSlot {
    std::string sheet; ///< as the output names it
    std::string where; ///< "B5" in the output; "the header", "the chart 'Trend'"
    std::string slot;  ///< as the template has it: "{{indicator.actual}}"
    std::string value; ///< as words show it; a cell may show the same value in another format
};

using FilledSlots = std::vector<FilledSlot>;

} // namespace xlsx
