#pragma once
// A layout's table made ready for comparing headings: the patterns of its columns, read once.

#include "engine/layout/heading.h"
#include "engine/layout/layout.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engine {

/// A column of the layout that a heading stands for.
struct PatternMatch {
    std::size_t column = 0;
    int year = 0; ///< of a family's member
    int quarter = 0;
};

class TablePatterns {
public:
    /// The table must outlive its patterns.
    explicit TablePatterns(const LayoutTable& table);

    const LayoutTable& table() const { return table_; }
    /// `parents` from the top.
    std::optional<PatternMatch> match(const Heading& heading, const std::vector<Heading>& parents) const;
    /// Whether the text is a heading of the key's column. Quick: asked of every text in a sheet.
    bool is_key(std::string_view text) const;
    /// Whether the text's words are a heading of any column.
    bool knows(std::string_view text) const;

private:
    struct Entry {
        std::size_t column = 0;
        Heading heading;
    };
    std::optional<PatternMatch> match(const Entry& entry, const Heading& heading,
                                      const std::vector<Heading>& parents) const;

    const LayoutTable& table_;
    std::unordered_map<std::string, std::vector<Entry>> by_words_;
    std::vector<std::vector<std::vector<Heading>>> parents_; ///< by column: alternatives of levels
    std::vector<Heading> keys_;
    std::size_t longest_key_ = 0;
};

} // namespace engine
