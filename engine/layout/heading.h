#pragma once
// A heading as it is compared: its words folded, its year and quarter apart. A layout's patterns are headings
// too, in which year and quarter may be any. The layout's own; see layout.h for what patterns mean.

#include <string>
#include <string_view>

namespace engine {

inline constexpr int any_period = -1;

struct Heading {
    std::string words; ///< folded()
    int year = 0;      ///< 0: none is named; any_period: {year}
    int quarter = 0;
};

Heading read_heading(std::string_view text);
Heading read_pattern(std::string_view written);
bool fits(const Heading& pattern, const Heading& found);

/// False where the text certainly does not fold to `words`: a few comparisons, for a look at every cell.
bool may_fold_to(std::string_view text, std::string_view words);

} // namespace engine
