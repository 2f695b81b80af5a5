#pragma once
// Cuts XML text into tags and text runs and says where each stands, so that an editor can splice and a reader
// can scan without a tree. Knows no entities beyond XML's five and character references, refuses DOCTYPE,
// caps depth. It does not check that what it reads is valid, only that tags nest.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

struct XmlToken {
    enum class Kind : std::uint8_t {
        open,   ///< <a b="c">
        close,  ///< </a>
        single, ///< <a b="c"/>
        text,   ///< between tags, as written
        cdata,  ///< `body` is what it holds
        other,  ///< declaration, comment, processing instruction
        end,    ///< of the input
        broken  ///< ill-formed here: the lexer stays on this token
    };
    Kind kind = Kind::end;
    std::size_t offset = 0;  ///< of the token in the input
    std::string_view raw;    ///< all of it, with its brackets
    std::string_view name;   ///< "x:row": as written, with prefix
    std::string_view body;   ///< attributes of a tag; content of text and cdata
    std::uint32_t depth = 0; ///< 0 for the root's own tags

    /// The name without its prefix: "row".
    std::string_view local() const;
    bool opens() const { return kind == Kind::open || kind == Kind::single; }
};

class XmlLexer {
public:
    explicit XmlLexer(std::string_view input, std::uint32_t max_depth = 64)
        : input_(input), max_depth_(max_depth) {}
    XmlToken next();
    /// After an open tag: moves behind its close tag, whatever is inside. The close tag is returned.
    XmlToken skip();
    /// Why the last token was broken: "a DOCTYPE", "nested deeper than 64", "'<' without '>'", "</b> closes
    /// <a>".
    std::string_view reason() const { return reason_; }

private:
    std::string_view input_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t max_depth_;
    std::string_view reason_;
};

/// An attribute's value as written (entities unresolved), by its full name ("r:id", "ref"). Nothing if
/// absent.
std::optional<std::string_view> attribute(const XmlToken& tag, std::string_view name);
/// The same by local name, whatever its prefix; for r:id, whose prefix a producer may choose.
std::optional<std::string_view> attribute_local(const XmlToken& tag, std::string_view local_name);
/// Entities and character references resolved; what is not one stays as it is.
std::string unescape(std::string_view text);
/// For text and attribute values: & < > " and control characters that XML allows only as references.
std::string escape(std::string_view text);

/// SpreadsheetML's own escapes in strings (ECMA-376 part 1, 22.9.2.19 ST_Xstring): _x000D_ and the like.
std::string decode_xstring(std::string_view text);
std::string encode_xstring(std::string_view text);

} // namespace xlsx
