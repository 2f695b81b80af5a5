// Page breaks between rows. A break below a repeated row, or below a block's marker, comes below each copy.
// Where rows are inserted or deleted it stays above the row that it was above, and goes with it.
// ECMA-376 part 1, 18.3.1.74 (rowBreaks), 18.3.1.3 (brk): id is the row above the break.
#include "xlsx/read/attributes.h"
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/follow/container.h"

#include <set>

namespace xlsx {

// The rows below which a break comes, for one below this row.
static std::vector<std::uint32_t> followed_break(const Following& following, std::uint32_t row) {
    std::vector<std::uint32_t> below;
    if (following.movement.shifts()) {
        if (const std::uint32_t next = following.rows().at(row + 1); next != 0) below.push_back(next - 1);
    } else {
        for (const RowMap::Copy copy : following.rows().copies_around(row, row))
            below.push_back(following.rows().through(row, copy));
    }
    return below;
}

Followed follow_breaks(const Following& following, Splices& edits) {
    if (!following.moves()) return {};
    std::set<std::uint32_t> taken; // two breaks may fall together where rows between them go
    std::size_t manual = 0;
    auto done =
        follow_children(following, edits, [&](const XmlElement& child, std::string_view xml) -> Children {
            std::vector<std::string> copies;
            const std::uint32_t row = number_attribute(child.tag, "id").value_or(0);
            if (row == 0 || row >= cells::last_row) return std::vector{std::string(xml)};
            for (const std::uint32_t below : followed_break(following, row)) {
                if (below == 0 || below >= cells::last_row || !taken.insert(below).second) continue;
                copies.push_back(with_attributes(xml, {{"id", std::to_string(below)}}));
                if (true_attribute(child.tag, "man")) ++manual;
            }
            return copies;
        });
    if (done && !taken.empty() && attribute(following.element.tag, "manualBreakCount"))
        set_attribute(edits, following.text, following.element.tag, "manualBreakCount",
                      std::to_string(manual));
    return done;
}

} // namespace xlsx
