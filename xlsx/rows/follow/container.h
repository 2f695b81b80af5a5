#pragma once
// Elements that hold a list: merges, links, validations. Their children are written anew, and where none is
// left the list goes with them: an empty one makes Excel offer to repair the file.

#include "xlsx/rows/follow/follow.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// What becomes of a child: its copies, as XML; as many as there are. The error is why it cannot follow.
using Children = std::expected<std::vector<std::string>, std::string>;

/// Replaces each child of the element by what `follow` makes of it, and mends the element's count.
Followed
follow_children(const Following& following, Splices& edits,
                const std::function<Children(const XmlElement& child, std::string_view xml)>& follow);

} // namespace xlsx
