// Defined names, print areas and print titles among them. A name of a repeated row names all of its copies.
// ECMA-376 part 1, 18.2.5 (definedName).
#include "xlsx/rows/follow/follow.h"

namespace xlsx {

Followed follow_names(const Following& following, Splices& edits) {
    for (const XmlElement& name : children(following.text, following.element)) {
        if (name.single()) continue;
        const std::string_view before = name.inner(following.text);
        const std::string text = unescape(before);
        // What Excel itself names (_xlnm.Print_Area) it takes as fixed, however it is written.
        const bool own = !attribute(name.tag, "name").value_or("").starts_with("_xlnm.");
        const auto now = following.movement.moved(Formula(text), {.anywhere = own}, Single::all_copies);
        if (!now)
            return std::unexpected(now.error() + " ('" + unescape(attribute(name.tag, "name").value_or(""))
                                   + "')");
        if (*now != text) edits.replace(name.content(), before.size(), escape(*now));
    }
    return {};
}

} // namespace xlsx
