#include "xlsx/read/text_content.h"

namespace xlsx {

// XML reads every line end as '\n' (XML 1.0, 2.11); a carriage return meant as one is written &#13;.
static void append_with_line_ends(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            out += '\n';
            if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
        } else {
            out += text[at];
        }
    }
}

static void append(std::string& out, const XmlToken& token) {
    const auto special = token.kind == XmlToken::Kind::cdata ? "\r" : "&\r";
    if (token.body.find_first_of(special) == std::string_view::npos) {
        out += token.body;
        return;
    }
    std::string text;
    append_with_line_ends(text, token.body);
    out += token.kind == XmlToken::Kind::cdata ? text : unescape(text);
}

bool read_text(XmlLexer& lexer, const XmlToken& open, std::string& out) {
    if (open.kind == XmlToken::Kind::single) return true;
    const std::size_t start = out.size();
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.holds_text()) append(out, token);
        if (token.kind != XmlToken::Kind::close || token.depth != open.depth) continue;
        if (out.find("_x", start) != std::string::npos) {
            const std::string decoded = decode_xstring(std::string_view(out).substr(start));
            out.resize(start);
            out += decoded;
        }
        return true;
    }
    return false;
}

bool read_rich_text(XmlLexer& lexer, const XmlToken& open, std::string& out) {
    if (open.kind == XmlToken::Kind::single) return true;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) return true;
        if (token.opens("t") && !read_text(lexer, token, out)) return false;
        const bool phonetic = token.kind == XmlToken::Kind::open && token.local() == "rPh";
        if (phonetic && lexer.skip().last()) return false;
    }
    return false;
}

} // namespace xlsx
