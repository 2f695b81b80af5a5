#pragma once
// A set of edits to one text, kept by offset and applied at once, so that everything not edited stays as it
// was, byte for byte. Every set knows its own inverse, which is how `clear` gives a part back exactly.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct Splice {
    std::size_t offset = 0; ///< in the text before
    std::size_t length = 0; ///< how much of it goes
    std::string text;       ///< what comes in its place
};

class Splices {
public:
    void replace(std::size_t offset, std::size_t length, std::string text);
    void insert(std::size_t offset, std::string text) { replace(offset, 0, std::move(text)); }
    bool empty() const { return list_.empty(); }

    /// The text with all edits made. Requires: edits do not overlap; insertions at one offset keep their
    /// order.
    std::string apply(std::string_view before) const;
    /// The edits that turn apply(before) into `before` again, ascending by offset.
    std::vector<Splice> inverse(std::string_view before) const;

private:
    std::vector<Splice> list_; // in the order given; sorted stably when applied
};

/// Applies ascending, non-overlapping edits.
std::string apply(std::string_view before, const std::vector<Splice>& edits);

} // namespace xlsx
