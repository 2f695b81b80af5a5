// Form controls and embedded objects: where they stand, and the cells that they show and change. Their
// pictures in the legacy drawing follow in note_shapes.cpp. ECMA-376 part 1, 18.3.1.21 (controls), 18.3.1.60
// (oleObjects), 18.3.1.3 (anchor); [MS-XLSX] 2.6.6 (formControlPr).
#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/corners.h"

#include <array>

namespace xlsx {

// Attributes that are formulas.
static Followed follow_cells(const Following& following, const XmlToken& tag, Splices& edits) {
    static constexpr std::array<std::string_view, 6> names = {"linkedCell", "listFillRange", "fmlaLink",
                                                              "fmlaRange",  "fmlaTxbx",      "fmlaGroup"};
    for (const std::string_view name : names) {
        const auto cells = attribute(tag, name);
        if (!cells) continue;
        const std::string before = unescape(*cells);
        const auto now = following.movement.moved(Formula(before), {following.sheet, 0});
        if (!now) return std::unexpected(now.error());
        if (*now != before) set_attribute(edits, following.text, tag, name, *now);
    }
    return {};
}

static Followed follow_below(const Following& following, const XmlElement& parent, Splices& edits) {
    for (const XmlElement& child : children(following.text, parent)) {
        if (auto done = follow_cells(following, child.tag, edits); !done) return done;
        if (child.tag.local() == "anchor") {
            const bool moves = true_attribute(child.tag, "moveWithCells");
            const bool sizes = true_attribute(child.tag, "sizeWithCells");
            follow_corners(following, child,
                           moves && sizes ? Behaviour::move_and_size
                           : moves        ? Behaviour::move
                                          : Behaviour::stay,
                           edits);
        } else if (!child.single()) {
            if (auto done = follow_below(following, child, edits); !done) return done;
        }
    }
    return {};
}

Followed follow_controls(const Following& following, Splices& edits) {
    if (following.moves() && !following.movement.shifts()) return refuse(following, edits);
    return follow_below(following, following.element, edits);
}

Followed follow_control_properties(const Following& following, Splices& edits) {
    return follow_cells(following, following.element.tag, edits);
}

} // namespace xlsx
