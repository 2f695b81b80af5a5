// The filter of a sheet and the sorting it remembers. ECMA-376 part 1, 18.3.1.2 (autoFilter), 18.3.1.92
// (sortState).
#include "xlsx/rows/follow/follow.h"
#include "xlsx/rows/follow/ranges.h"

namespace xlsx {

// The element's own range and those inside it. What has no row left goes.
static Followed follow_ranges(const Following& following, const XmlElement& element, Splices& edits) {
    if (const auto range = cells::parse_range(attribute(element.tag, "ref").value_or(""))) {
        const auto now = covered(following.rows(), *range);
        // A filter whose head has gone is none any more.
        const bool headless = element.name == "autoFilter" && following.rows().at(range->first.row) == 0;
        if (!now && !following.movement.shifts())
            return std::unexpected("no row of " + cells::to_text(*range) + " is left");
        if (!now || (headless && following.movement.shifts())) {
            edits.erase(element.offset(), element.end - element.offset());
            return {};
        }
        set_attribute(edits, following.text, element.tag, "ref", cells::to_text(*now));
    }
    for (const XmlElement& child : children(following.text, element))
        if (auto done = follow_ranges(following, child, edits); !done) return done;
    return {};
}

Followed follow_filter(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    return follow_ranges(following, following.element, edits);
}

} // namespace xlsx
