#pragma once
// A part's root element and its children, by offset: what an editor needs to know where a new element belongs
// and to put it there by splice. Works on any part that the lexer takes; the part's text must outlive it.

#include "xlsx/package/splice.h"
#include "xlsx/package/xml_lexer.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// An element within a part.
struct XmlElement {
    XmlToken tag; ///< its open or single tag
    /// The name that counts for the order of elements: its own without prefix; for mc:AlternateContent that
    /// of the first element that its first choice holds.
    std::string_view name;
    std::size_t end = 0; ///< behind its close tag

    bool single() const { return tag.kind == XmlToken::Kind::single; }
    std::size_t offset() const { return tag.offset; }
    /// Behind the open tag. Meaningless for a single one.
    std::size_t content() const { return tag.end_offset(); }
    /// What stands between its tags.
    std::string_view inner(std::string_view text) const;
};

struct XmlOutline {
    std::string_view text;
    XmlElement root;
    std::vector<XmlElement> children;

    /// The root's prefix with its colon: "x:", or nothing.
    std::string prefix() const;
    /// The first child of a name, or nullptr.
    const XmlElement* find(std::string_view name) const;
    /// Where a new child belongs, given the order that the schema wants: before the first child that must
    /// come later, else at the end of the root.
    std::size_t place(std::string_view name, std::span<const std::string_view> order) const;
    /// Where the root's close tag starts.
    std::size_t root_close() const;
    /// The prefix bound to a namespace on the root, with its colon; "" for the default namespace. Nothing
    /// where the root binds none.
    std::optional<std::string> prefix_of(std::string_view name_space) const;
};

/// Nothing where the text is not well-formed, or holds no element.
std::optional<XmlOutline> outline(std::string_view text);
/// The children of an element of the text; `text` is the whole part.
std::vector<XmlElement> children(std::string_view text, const XmlElement& element);

/// Sets an attribute: its value is replaced, or it is added as the last one. `text` is the whole part.
void set_attribute(Splices& edits, std::string_view text, const XmlToken& tag, std::string_view name,
                   std::string_view value);
/// Takes an attribute away, with the blank before it.
void drop_attribute(Splices& edits, std::string_view text, const XmlToken& tag, std::string_view name);
/// Puts `xml` behind all that an element holds; a single tag becomes a pair.
void append_inside(Splices& edits, const XmlElement& element, std::string_view text, std::string_view xml);
/// The same, and the element's `count` grows, where it has one.
void append_counted(Splices& edits, const XmlElement& element, std::string_view text, std::string_view xml,
                    std::size_t new_count);

/// Which family of namespaces a part's root is in.
inline constexpr std::string_view strict_main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
inline constexpr std::string_view transitional_main =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view strict_relationships =
    "http://purl.oclc.org/ooxml/officeDocument/relationships";
inline constexpr std::string_view transitional_relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
bool is_strict(const XmlOutline& part);

/// `r:id="rId7"`, with the prefix that the part uses, or one declared on the spot.
std::string relationship_attribute(const XmlOutline& part, std::string_view id);

} // namespace xlsx
