#include "xlsx/calc/dependents.h"

#include <algorithm>

namespace xlsx {

std::vector<std::size_t> find_dependents(const ComputedCells& computed, ChangedCells& changed,
                                         const Apart& apart) {
    static constexpr int most_passes = 100; // chains against the reading order need one pass a link
    const auto& all = computed.cells();
    std::vector<bool> stale(all.size());
    std::vector<bool> gone(all.size());
    const auto stands_in = [&](const ChangedCells& cells, std::size_t i) {
        return all[i].array == ComputedCell::none && cells.touch({all[i].sheet, {all[i].at(), all[i].at()}});
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        gone[i] = stands_in(apart.overwritten, i);
        stale[i] = !gone[i] && stands_in(apart.unknown, i);
        if (stale[i]) changed.add(all[i].sheet, all[i].covers);
    }

    bool more = true;
    for (int pass = 0; more && pass <= most_passes; ++pass) {
        more = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (stale[i] || gone[i]) continue;
            if (all[i].array != ComputedCell::none) {
                stale[i] = stale[all[i].array];
            } else {
                const Dependence& looks_at = *all[i].looks_at;
                stale[i] = pass == most_passes || looks_at.unknown
                           || std::ranges::any_of(looks_at.ranges, [&](const SheetRange& range) {
                                  return changed.touch(range);
                              });
                if (stale[i]) changed.add(all[i].sheet, all[i].covers);
            }
            more = more || stale[i];
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (stale[i]) found.push_back(i);
    return found;
}

} // namespace xlsx
