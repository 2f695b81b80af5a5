#pragma once
// What became of the remembered values of formulas that depend on what was written.

#include <cstddef>
#include <string>
#include <vector>

namespace xlsx {

struct ValuesReport {
    bool any() const { return calculated + dropped != 0; }

    std::size_t calculated = 0; ///< formulas that show a value calculated here
    std::size_t dropped = 0;    ///< formulas that show none until the workbook is calculated
    /// The first few of those dropped: "Scorecard!C12".
    std::vector<std::string> first_dropped;
};

} // namespace xlsx
