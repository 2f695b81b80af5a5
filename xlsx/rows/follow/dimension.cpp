// The cells that a sheet uses, as a hint for readers. ECMA-376 part 1, 18.3.1.35.
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

Followed follow_dimension(const Following& following, Splices& edits) {
    const auto range = cells::parse_range(attribute(following.element.tag, "ref").value_or(""));
    if (!range || !following.moves()) return {};
    const auto now = covered(following.rows(), *range);
    set_attribute(edits, following.text, following.element.tag, "ref", now ? cells::to_text(*now) : "A1");
    return {};
}

} // namespace xlsx
