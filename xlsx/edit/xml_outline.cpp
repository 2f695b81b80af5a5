#include "xlsx/edit/xml_outline.h"

#include <algorithm>

namespace xlsx {

std::string_view XmlElement::inner(std::string_view text) const {
    if (single()) return {};
    const auto close = text.rfind("</", end - 1);
    return text.substr(content(), close - content());
}

std::string XmlOutline::prefix() const {
    const auto colon = root.tag.name.find(':');
    return colon == std::string_view::npos ? std::string() : std::string(root.tag.name.substr(0, colon + 1));
}

const XmlElement* XmlOutline::find(std::string_view name) const {
    const auto found = std::ranges::find(children, name, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

std::size_t XmlOutline::root_close() const {
    return root.single() ? root.tag.offset : text.rfind("</", root.end - 1);
}

std::size_t XmlOutline::place(std::string_view name, std::span<const std::string_view> order) const {
    const auto at = std::ranges::find(order, name);
    for (const XmlElement& child : children) {
        const auto theirs = std::ranges::find(order, child.name);
        if (theirs != order.end() && theirs > at) return child.offset();
    }
    return root_close();
}

std::optional<std::string> XmlOutline::prefix_of(std::string_view name_space) const {
    std::string_view rest = root.tag.body;
    for (;;) {
        const auto at = rest.find("xmlns");
        if (at == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(at + 5);
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const auto quote = rest.find_first_of("\"'", equals);
        if (quote == std::string_view::npos) return std::nullopt;
        const auto close = rest.find(rest[quote], quote + 1);
        if (close == std::string_view::npos) return std::nullopt;
        if (rest.substr(quote + 1, close - quote - 1) == name_space) {
            if (!rest.starts_with(':')) return std::string();
            std::string_view prefix = rest.substr(1, equals - 1);
            while (prefix.ends_with(' ')) prefix.remove_suffix(1);
            return std::string(prefix) + ":";
        }
        rest.remove_prefix(close + 1);
    }
}

// The element whose tag the lexer has just given; the lexer ends behind it. Nothing where the text breaks.
static std::optional<XmlElement> element_at(XmlLexer& lexer, const XmlToken& tag) {
    XmlElement element{tag, tag.local(), tag.end_offset()};
    if (tag.kind == XmlToken::Kind::single) return element;
    if (element.name == "AlternateContent") {
        // Choice or Fallback, then what it holds.
        for (XmlToken token = lexer.next();; token = lexer.next()) {
            if (token.last()) return std::nullopt;
            if (token.opens() && token.depth == tag.depth + 2 && element.name == "AlternateContent")
                element.name = token.local();
            if (token.kind == XmlToken::Kind::close && token.depth == tag.depth) {
                element.end = token.end_offset();
                return element;
            }
        }
    }
    // Most of a sheet are its rows; whoever wants them walks them once.
    const XmlToken close = element.name == "sheetData" ? lexer.skip_to_last_close(tag) : lexer.skip();
    if (close.last()) return std::nullopt;
    element.end = close.end_offset();
    return element;
}

// Children up to the close tag of what is open, which is given in `close`.
static bool read_children(XmlLexer& lexer, std::vector<XmlElement>& into, XmlToken& close) {
    for (;;) {
        const XmlToken token = lexer.next();
        if (token.last()) return false;
        if (token.kind == XmlToken::Kind::close) {
            close = token;
            return true;
        }
        if (!token.opens()) continue;
        auto child = element_at(lexer, token);
        if (!child) return false;
        into.push_back(*child);
    }
}

std::optional<XmlOutline> outline(std::string_view text) {
    XmlLexer lexer(text);
    XmlOutline part;
    part.text = text;
    for (;;) {
        const XmlToken token = lexer.next();
        if (token.last()) return std::nullopt;
        if (!token.opens()) continue;
        part.root = {token, token.local(), token.end_offset()};
        break;
    }
    if (!part.root.single()) {
        XmlToken close;
        if (!read_children(lexer, part.children, close)) return std::nullopt;
        part.root.end = close.end_offset();
    }
    return part;
}

std::vector<XmlElement> children(std::string_view text, const XmlElement& element) {
    std::vector<XmlElement> found;
    if (element.single()) return found;
    XmlLexer lexer(text.substr(element.offset(), element.end - element.offset()));
    lexer.next();
    XmlToken close;
    read_children(lexer, found, close);
    for (XmlElement& child : found) {
        child.tag.offset += element.offset();
        child.end += element.offset();
    }
    return found;
}

static std::size_t offset_in(std::string_view text, std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
}

void set_attribute(Splices& edits, std::string_view text, const XmlToken& tag, std::string_view name,
                   std::string_view value) {
    if (const auto old = attribute(tag, name)) {
        edits.replace(offset_in(text, *old), old->size(), escape(value));
        return;
    }
    const std::size_t end = tag.end_offset() - (tag.kind == XmlToken::Kind::single ? 2 : 1);
    edits.insert(end, " " + std::string(name) + "=\"" + escape(value) + "\"");
}

void drop_attribute(Splices& edits, std::string_view text, const XmlToken& tag, std::string_view name) {
    const auto value = attribute(tag, name);
    if (!value) return;
    const std::size_t end = offset_in(text, *value) + value->size() + 1;
    std::size_t start = text.rfind(name, offset_in(text, *value) - 1);
    while (start > tag.offset
           && (text[start - 1] == ' ' || text[start - 1] == '\n' || text[start - 1] == '\r'))
        --start;
    edits.erase(start, end - start);
}

void append_inside(Splices& edits, const XmlElement& element, std::string_view text, std::string_view xml) {
    if (element.single()) {
        edits.replace(element.tag.end_offset() - 2, 2,
                      ">" + std::string(xml) + "</" + std::string(element.tag.name) + ">");
    } else {
        edits.insert(text.rfind("</", element.end - 1), std::string(xml));
    }
}

void append_counted(Splices& edits, const XmlElement& element, std::string_view text, std::string_view xml,
                    std::size_t new_count) {
    if (attribute(element.tag, "count"))
        set_attribute(edits, text, element.tag, "count", std::to_string(new_count));
    append_inside(edits, element, text, xml);
}

bool is_strict(const XmlOutline& part) {
    return part.prefix_of(strict_main).has_value();
}

std::string relationship_attribute(const XmlOutline& part, std::string_view id) {
    const bool strict = is_strict(part);
    const auto prefix = part.prefix_of(strict ? strict_relationships : transitional_relationships);
    const std::string value = "id=\"" + std::string(id) + "\"";
    // An attribute without prefix is in no namespace, so a default binding does not serve.
    if (prefix && !prefix->empty()) return *prefix + value;
    return "xmlns:r=\"" + std::string(strict ? strict_relationships : transitional_relationships)
           + "\" r:" + value;
}

} // namespace xlsx
