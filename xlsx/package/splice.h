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
    friend bool operator==(const Splice&, const Splice&) = default;
};

class Splices {
public:
    void replace(std::size_t offset, std::size_t length, std::string text);
    void erase(std::size_t offset, std::size_t length) { replace(offset, length, {}); }
    void insert(std::size_t offset, std::string text) { replace(offset, 0, std::move(text)); }
    bool empty() const { return list_.empty(); }

    /// The text with all edits made. Requires: edits do not overlap. Insertions at one offset keep their
    /// order, and come before a replacement that starts there.
    std::string apply(std::string_view before) const;
    /// The edits that turn apply(before) into `before` again, ascending by offset.
    std::vector<Splice> inverse(std::string_view before) const;

private:
    std::vector<Splice> sorted() const;

    std::vector<Splice> list_; // in the order given
};

/// Whether edits are ascending, do not overlap and lie within a text of this size. For edits that were read
/// from a file.
bool fits(std::size_t size, const std::vector<Splice>& edits);

/// Applies edits. Requires: they fit.
std::string apply(std::string_view before, const std::vector<Splice>& edits);

} // namespace xlsx
