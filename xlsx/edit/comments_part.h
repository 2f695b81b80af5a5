#pragma once
// The comments part of one sheet: finds notes and their text, adds ours, takes ours out again. Knows nothing
// of boxes; see notes.h for the whole. ECMA-376 part 1, 18.7.

#include "xlsx/edit/notes.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// A note as it stands in its part.
struct Comment {
    cells::Address at;
    XmlElement element;
    XmlElement rich_text; ///< its text element
    std::size_t author = 0;
    std::string text;      ///< flattened
    bool threaded = false; ///< a placeholder for a thread: not a note
};

class CommentsPart {
public:
    static std::expected<CommentsPart, cells::Error> read(Package& package, std::string_view part);

    const Comment* find(cells::Address at) const;
    std::size_t count() const { return comments_.size(); }
    const std::vector<Comment>& comments() const { return comments_; }
    std::size_t authors() const { return authors_.size(); }

    /// Adds notes: below the text of a note that is there, else as new ones.
    void add(Splices& edits, const std::vector<Note>& notes, std::string_view author) const;

    struct Removed {
        bool any = false;
        std::vector<cells::Address> whole; ///< notes that held nothing else and are gone
    };
    /// Takes our text out, heading and all.
    Removed remove(Splices& edits, const std::vector<Note>& remembered, std::string_view heading) const;

private:
    std::string_view text_;
    std::string prefix_;
    std::vector<std::string> authors_;
    XmlElement author_list_;
    XmlElement comment_list_;
    std::vector<Comment> comments_;
};

/// A whole part that holds these notes.
std::string new_comments(const std::vector<Note>& notes, std::string_view author, bool strict);

} // namespace xlsx
