#pragma once
// Reads a large part element by element while it is being inflated, so that memory holds one row or one
// string and never the part. Not for small parts: their text and XmlLexer are simpler.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"
#include "xlsx/package/xml_lexer.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace xlsx {

/// What is done with the elements of a part.
class ElementReader {
public:
    ElementReader() = default;
    ElementReader(const ElementReader&) = delete;
    ElementReader& operator=(const ElementReader&) = delete;
    virtual ~ElementReader() = default;

    /// Whether an element only holds what is to be read: its children come one by one, itself not.
    virtual bool enters(const XmlToken& open) = 0;
    /// Reads an element through to its close tag. False where the lexer ran into a broken token first: the
    /// same element comes again, with more input behind it, and must not count twice.
    virtual std::expected<bool, cells::Error> take(XmlLexer& lexer, const XmlToken& open) = 0;

    /// Whether the input ends where it breaks off, so that no more of it mends the broken token.
    bool at_the_end = false;
};

/// Errors are the package's, the reader's, and `damaged` for what is not well-formed.
std::expected<void, cells::Error> read_elements(Package& package, std::string_view part,
                                                ElementReader& reader);

/// What every reader here says of a part that cannot be understood. `where` is a part or a cell.
cells::Error damaged(const Package& package, std::string_view where, std::string what);
/// The same for what is beyond a limit: "more than 65000 cell formats".
cells::Error too_many(const Package& package, std::string_view where, std::uint64_t limit,
                      std::string_view things);

} // namespace xlsx
