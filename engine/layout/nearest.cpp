#include "engine/layout/find_table.h"

#include "engine/cells/edit_distance.h"
#include "engine/figures/words.h"

#include <algorithm>

namespace engine {

using cells::edit_distance;

static std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> result(1);
    for (const char c : words::plain(text)) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter)
            result.back() += c;
        else if (!result.back().empty())
            result.emplace_back();
    }
    if (result.back().empty()) result.pop_back();
    return result;
}

static std::string digits_of(std::string_view text) {
    std::string digits(text);
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits;
}

/// How many slips a word of so many letters may hold: "by" is not "on", "actaul" is "actual".
static int slips_allowed(std::size_t letters) {
    return letters <= 3 ? 0 : letters <= 8 ? 1 : 2;
}

namespace {

/// A heading taken apart once, for comparing it with many.
struct Spelling {
    explicit Spelling(std::string_view text) : folded(engine::folded(text)), words(words_of(text)) {}

    std::string folded;
    std::vector<std::string> words;
};

} // namespace

/// The slips between two headings; nothing where they are too many, or where a number differs.
static std::optional<int> slips(const Spelling& a, std::string_view text) {
    // A candidate of quite another length is not worth taking apart.
    if (text.size() > 2 * a.folded.size() + 8) return std::nullopt;
    const Spelling b(text);
    if (a.folded == b.folded) return 0;
    if (a.folded.size() > b.folded.size() + 4 || b.folded.size() > a.folded.size() + 4) return std::nullopt;
    if (digits_of(a.folded) != digits_of(b.folded)) return std::nullopt;
    if (a.words.size() != b.words.size()) {
        // A space too many or too few: "year endforecast".
        const int distance = edit_distance(a.folded, b.folded);
        return distance <= 1 && b.folded.size() > 4 ? std::optional(distance) : std::nullopt;
    }
    int total = 0;
    for (std::size_t i = 0; i < a.words.size(); ++i) {
        // "Nominator" is nearer to "denominator", and means the other.
        if (a.words[i].front() != b.words[i].front()) return std::nullopt;
        const int distance = edit_distance(a.words[i], b.words[i]);
        if (distance > slips_allowed(std::max(a.words[i].size(), b.words[i].size()))) return std::nullopt;
        total += distance;
    }
    return total;
}

std::optional<std::size_t> nearest(std::string_view text, const std::vector<std::string>& candidates) {
    const Spelling spelling(text);
    std::optional<std::size_t> best;
    int fewest = 0;
    bool tie = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto count = slips(spelling, candidates[i]);
        if (!count || (best && *count > fewest)) continue;
        if (best && *count == fewest) {
            tie = tie || folded(candidates[i]) != folded(candidates[*best]);
            continue;
        }
        best = i;
        fewest = *count;
        tie = false;
    }
    return tie ? std::nullopt : best;
}

} // namespace engine
