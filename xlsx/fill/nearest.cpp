#include "xlsx/fill/nearest.h"

#include "engine/cells/ascii.h"
#include "engine/cells/edit_distance.h"

#include <algorithm>

namespace xlsx {

static std::string lowered(std::string_view name) {
    std::string text(name);
    std::ranges::transform(text, text.begin(), cells::lower);
    return text;
}

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
    std::string best;
    const std::string meant = lowered(name);
    int least = static_cast<int>(name.size() / 2) + 1; // more than half of it changed is another name
    for (const std::string& candidate : candidates) {
        const int d = cells::edit_distance(meant, lowered(candidate));
        if (d >= least) continue;
        least = d;
        best = candidate;
    }
    return best;
}

} // namespace xlsx
