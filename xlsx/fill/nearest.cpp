#include "xlsx/fill/nearest.h"

#include <algorithm>
#include <numeric>

namespace xlsx {

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Levenshtein's distance, one row of the table at a time.
static std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t least = name.size() / 2 + 1; // more than half of it changed is another name
    for (const std::string& candidate : candidates) {
        const std::size_t d = distance(name, candidate);
        if (d >= least) continue;
        least = d;
        best = candidate;
    }
    return best;
}

} // namespace xlsx
