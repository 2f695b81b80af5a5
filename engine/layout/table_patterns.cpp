#include "engine/layout/table_patterns.h"

#include <algorithm>

namespace engine {

/// The levels of "{year} / Profiled target".
static std::vector<Heading> levels_of(std::string_view pattern) {
    static constexpr std::string_view divider = " / ";
    std::vector<Heading> levels;
    for (;;) {
        const auto end = pattern.find(divider);
        levels.push_back(read_pattern(pattern.substr(0, end)));
        if (end == std::string_view::npos) return levels;
        pattern.remove_prefix(end + divider.size());
    }
}

TablePatterns::TablePatterns(const LayoutTable& table) : table_(table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const LayoutColumn& column = table.columns[i];
        for (const std::string& text : column.headings) {
            Heading heading = read_pattern(text);
            if (column.field == table.key) {
                keys_.push_back(heading);
                // Spaces and punctuation do not count, but a heading is not all of them.
                longest_key_ = std::max(longest_key_, 2 * text.size() + 8);
            }
            by_words_[heading.words].push_back({i, std::move(heading)});
        }
        auto& alternatives = parents_.emplace_back();
        for (const std::string& text : column.parents) alternatives.push_back(levels_of(text));
    }
}

bool TablePatterns::is_key(std::string_view text) const {
    if (text.empty() || text.size() > longest_key_) return false;
    return std::ranges::any_of(keys_, [&](const Heading& key) {
        const bool with_period = key.year != 0 || key.quarter != 0;
        return (with_period || may_fold_to(text, key.words)) && fits(key, read_heading(text));
    });
}

bool TablePatterns::knows(std::string_view text) const {
    return by_words_.contains(read_heading(text).words);
}

static void take_period_of(const Heading& pattern, const Heading& found, PatternMatch& match) {
    if (pattern.year != 0 && match.year == 0) match.year = found.year;
    if (pattern.quarter != 0 && match.quarter == 0) match.quarter = found.quarter;
}

/// Whether the levels stand over the heading, in their order; the match takes their year and quarter.
static bool stand_over(const std::vector<Heading>& levels, const std::vector<Heading>& parents,
                       PatternMatch& match) {
    auto parent = parents.begin();
    for (const Heading& level : levels) {
        parent =
            std::find_if(parent, parents.end(), [&](const Heading& found) { return fits(level, found); });
        if (parent == parents.end()) return false;
        take_period_of(level, *parent, match);
        ++parent;
    }
    return true;
}

std::optional<PatternMatch> TablePatterns::match(const Entry& entry, const Heading& heading,
                                                 const std::vector<Heading>& parents) const {
    if (!fits(entry.heading, heading)) return std::nullopt;
    PatternMatch match{.column = entry.column};
    take_period_of(entry.heading, heading, match);
    if (parents_[entry.column].empty()) return match;
    for (const auto& levels : parents_[entry.column]) {
        PatternMatch with_parents = match;
        if (stand_over(levels, parents, with_parents)) return with_parents;
    }
    return std::nullopt;
}

std::optional<PatternMatch> TablePatterns::match(const Heading& heading,
                                                 const std::vector<Heading>& parents) const {
    const auto entries = by_words_.find(heading.words);
    if (entries == by_words_.end()) return std::nullopt;
    std::optional<PatternMatch> without_parents;
    for (const Entry& entry : entries->second) {
        const auto found = match(entry, heading, parents);
        if (found && !parents_[found->column].empty()) return found;
        if (found && !without_parents) without_parents = found;
    }
    return without_parents;
}

} // namespace engine
