// What cannot follow rows yet, and is better refused than left pointing at other cells.
#include "xlsx/rows/follow/follow.h"

namespace xlsx {

Followed refuse(const Following& following, Splices&) {
    if (!following.moves()) return {};
    return std::unexpected("they would stay where they are");
}

} // namespace xlsx
