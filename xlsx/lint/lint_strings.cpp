// Invariants S10 to S12 of the table of strings, S11 of any text in line, and the counts of metadata.
#include "xlsx/lint/lint_context.h"
#include "xlsx/lint/lint_words.h"

#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

bool loses_blanks(const XmlToken& tag, std::string_view text) {
    if (text.empty()) return false;
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    return (is_blank(text.front()) || is_blank(text.back())) && attribute(tag, "xml:space") != "preserve";
}

static void lint_texts(LintContext& context, const std::string& part, std::string_view text) {
    XmlLexer lexer(text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind != XmlToken::Kind::open || token.local() != "t") continue;
        const XmlToken content = lexer.next();
        if (content.holds_text() && loses_blanks(token, content.body)) {
            context.fault("S11", part, "A text has blanks at an end that are not marked as kept");
            return;
        }
    }
}

void lint_strings(LintContext& context, const std::string& part) {
    const auto table = context.outline(part);
    if (!table) return;
    lint_texts(context, part, table->text);
    const auto there =
        static_cast<std::uint32_t>(std::ranges::count(table->children, "si", &XmlElement::name));
    if (number_attribute(table->root.tag, "uniqueCount").value_or(there) != there)
        context.fault("S12", part, "The table of strings is said to be longer or shorter than it is");
    auto strings = SharedStrings::read(context.package, part);
    if (!strings) {
        context.fault("X1", part, std::move(strings.error().what));
        return;
    }
    for (std::size_t i = 0; i < strings->size(); ++i)
        if (strings->at(i).size() > longest_text && utf16_units(strings->at(i)) > longest_text)
            context.fault("S10", part, "A text is longer than a cell can hold");
    context.strings = std::move(*strings);
}

void count_metadata(LintContext& context) {
    const std::string part = context.of_workbook("sheetMetadata");
    if (part.empty()) return;
    const auto metadata = context.outline(part);
    if (!metadata) return;
    const auto count = [&](std::string_view name) {
        const XmlElement* list = metadata->find(name);
        return list ? static_cast<std::uint32_t>(children(metadata->text, *list).size()) : 0U;
    };
    context.cell_metadata = count("cellMetadata");
    context.value_metadata = count("valueMetadata");
}

} // namespace xlsx
