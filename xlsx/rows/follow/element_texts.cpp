#include "xlsx/rows/follow/element_texts.h"

#include "xlsx/package/splice.h"
#include "xlsx/package/xml_lexer.h"

#include <functional>

namespace xlsx {

static bool is_named(std::string_view local, std::string_view name) {
    if (!local.starts_with(name)) return false;
    local.remove_prefix(name.size());
    return local.empty() || (local.size() == 1 && local[0] >= '0' && local[0] <= '9');
}

// Calls `each(offset, text)` for the content of each such element.
static void each_text(std::string_view xml, std::string_view name,
                      const std::function<void(std::size_t, std::string_view)>& each) {
    XmlLexer lexer(xml);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind != XmlToken::Kind::open || !is_named(token.local(), name)) continue;
        const std::size_t start = token.end_offset();
        const XmlToken close = lexer.skip();
        if (close.last()) return;
        each(start, xml.substr(start, close.offset - start));
    }
}

std::vector<std::string> element_texts(std::string_view xml, std::string_view name) {
    std::vector<std::string> texts;
    each_text(xml, name, [&](std::size_t, std::string_view text) { texts.push_back(unescape(text)); });
    return texts;
}

std::string with_element_texts(std::string_view xml, std::string_view name,
                               const std::vector<std::string>& texts) {
    Splices edits;
    std::size_t index = 0;
    each_text(xml, name, [&](std::size_t offset, std::string_view text) {
        const std::string& now = texts[index++];
        if (now != unescape(text)) edits.replace(offset, text.size(), escape(now));
    });
    return edits.apply(xml);
}

} // namespace xlsx
