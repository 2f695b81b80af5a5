#pragma once
// Cuts XML text into tags and text runs and says where each stands, so that an editor can splice and a reader
// can scan without a tree. Knows no entities beyond XML's five and character references, refuses DOCTYPE,
// caps depth. It does not check that what it reads is valid, only that tags
// nest and that attributes stand apart.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xlsx {

/// "row" of "x:row".
std::string_view without_prefix(std::string_view name);

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
    std::uint32_t depth = 0; ///< how many elements it stands in: 0 for the root's own tags

    /// The name without its prefix: "row".
    std::string_view local() const;
    bool opens() const { return kind == Kind::open || kind == Kind::single; }
    bool opens(std::string_view local_name) const { return opens() && local() == local_name; }
    bool closes(std::string_view local_name) const { return kind == Kind::close && local() == local_name; }
    bool holds_text() const { return kind == Kind::text || kind == Kind::cdata; }
    /// What may not stand beside a document's root: text, or a second root where there was one before.
    bool beside_root(bool root_before) const;
    /// Nothing follows: end of the input, or broken.
    bool last() const { return kind == Kind::end || kind == Kind::broken; }
    std::size_t end_offset() const { return offset + raw.size(); }
};

class XmlLexer {
public:
    /// No lexer goes deeper than this, whatever it is asked for. The deepest of 1,345 real files has 30.
    static constexpr std::uint32_t deepest = 64;

    explicit XmlLexer(std::string_view input, std::uint32_t max_depth = deepest)
        : input_(input), max_depth_(max_depth < deepest ? max_depth : deepest) {}
    XmlToken next();
    /// After an open tag: moves behind its close tag, whatever is inside. The close tag is returned.
    XmlToken skip();
    /// The same for an element that never holds one of its own name, without looking inside: behind the last
    /// close tag of that name in the input. For the rows of a sheet.
    XmlToken skip_to_last_close(const XmlToken& open);
    /// The same without looking inside, where that is safe: the first close tag of its name is its own, and
    /// what stands before holds neither `unless` nor markup that could hide a tag. Else false, and nothing
    /// has moved.
    bool skip_unseen(const XmlToken& open, std::string_view unless);
    /// What has not been read yet.
    std::string_view rest() const { return input_.substr(at_); }
    /// The close tag that stands `ahead` bytes on, for somebody who has read up to there on his own.
    /// Requires: all that lies between nests.
    XmlToken close_after(std::size_t ahead) {
        at_ += ahead;
        return next();
    }
    /// Why the last token was broken: "a DOCTYPE", "nested deeper than 64", "'<' without '>'", "</b> closes
    /// <a>".
    std::string_view reason() const { return reason_; }

private:
    XmlToken broken(std::string reason);
    XmlToken tag(std::size_t end);
    XmlToken markup();

    std::string_view input_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t max_depth_;
    std::array<std::string_view, deepest> open_{};
    std::string reason_;
};

struct XmlAttribute {
    std::string_view name;
    std::string_view value; ///< as written, entities unresolved
};
/// Takes the first attribute off a tag's body, for those who want more than one. Nothing at the end, or where
/// what comes is none.
std::optional<XmlAttribute> take_attribute(std::string_view& body);
/// An attribute's value as written (entities unresolved), by its full name ("r:id", "ref"). Nothing if
/// absent.
std::optional<std::string_view> attribute(const XmlToken& tag, std::string_view name);
/// The same by local name, whatever its prefix; for r:id, whose prefix a producer may choose.
std::optional<std::string_view> attribute_local(const XmlToken& tag, std::string_view local_name);
/// Entities and character references resolved; what is not one stays as it is.
std::string unescape(std::string_view text);
/// For text and attribute values: & < > " and tab, newline, return as references. What XML cannot hold at all
/// goes: other control characters, U+FFFE and U+FFFF; bytes that are not UTF-8 become U+FFFD.
std::string escape(std::string_view text);

/// SpreadsheetML's own escapes in strings (ECMA-376 part 1, 22.9.2.19 ST_Xstring): _x000D_ and the like.
std::string decode_xstring(std::string_view text);
std::string encode_xstring(std::string_view text);

} // namespace xlsx
