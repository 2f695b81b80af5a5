// Invariants G1 to G3: drawings, their anchors, and the charts on them.
#include "xlsx/lint/lint_context.h"

#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <charconv>

namespace xlsx {

namespace {

/// A corner of an anchor, counted from 0.
struct Corner {
    std::int64_t column = 0, row = 0, column_offset = 0, row_offset = 0;
};

std::int64_t integer(std::string_view text) {
    std::int64_t value = -1;
    while (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Corner corner_of(std::string_view text, const XmlElement& element) {
    Corner corner;
    for (const XmlElement& value : children(text, element)) {
        const std::string_view inner = value.inner(text);
        if (value.name == "col") corner.column = integer(inner);
        if (value.name == "row") corner.row = integer(inner);
        if (value.name == "colOff") corner.column_offset = integer(inner);
        if (value.name == "rowOff") corner.row_offset = integer(inner);
    }
    return corner;
}

bool is_on_sheet(const Corner& corner) {
    // The edge behind the last column or row is the sheet's own.
    return corner.column >= 0 && corner.row >= 0 && corner.column <= cells::last_column
           && corner.row <= cells::last_row;
}

} // namespace

void lint_drawing(LintContext& context, const std::string& part) {
    const auto drawing = context.outline(part);
    if (!drawing || drawing->root.tag.local() != "wsDr") return;
    for (const XmlElement& anchor : drawing->children) {
        std::optional<Corner> from, to;
        for (const XmlElement& corner : children(drawing->text, anchor)) {
            if (corner.name == "from") from = corner_of(drawing->text, corner);
            if (corner.name == "to") to = corner_of(drawing->text, corner);
        }
        if ((from && !is_on_sheet(*from)) || (to && !is_on_sheet(*to)))
            context.fault("G2", part, "An anchor stands outside the sheet");
        else if (from && to && (to->column < from->column || to->row < from->row))
            context.fault("G2", part, "An anchor ends before it starts");
    }
    std::set<std::uint32_t> ids;
    std::size_t fallback = 0; // what a fallback draws is the same object once more
    XmlLexer lexer(drawing->text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.local() == "Fallback") fallback = token.kind == XmlToken::Kind::open ? 1 : 0;
        if (fallback != 0 || !token.opens("cNvPr")) continue;
        const auto id = number_attribute(token, "id");
        // Excel writes 0 for what it has not numbered.
        if (id && *id != 0 && !ids.insert(*id).second)
            context.fault("G1", part, "Two objects have the number " + std::to_string(*id));
    }
}

// The sheet that a chart's formula "'Q1 return'!$B$4:$B$9" is about; nothing for others and for names.
static std::optional<std::string> sheet_of(std::string_view formula) {
    const bool quoted = formula.starts_with('\'');
    const auto bang = quoted ? formula.find("'!", 1) : formula.find('!');
    if (bang == std::string_view::npos) return std::nullopt;
    std::string sheet(formula.substr(quoted ? 1 : 0, bang - (quoted ? 1 : 0)));
    if (sheet.find_first_of("[(,:#") != std::string::npos) return std::nullopt;
    for (auto at = sheet.find("''"); at != std::string::npos; at = sheet.find("''", at + 1))
        sheet.erase(at, 1);
    return sheet;
}

void lint_chart(LintContext& context, const std::string& part) {
    const auto text = context.text(part);
    if (!text) return;
    XmlLexer lexer(*text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind != XmlToken::Kind::open || token.local() != "f") continue;
        const XmlToken content = lexer.next();
        const auto sheet = content.holds_text() ? sheet_of(unescape(content.body)) : std::nullopt;
        if (sheet && !context.sheet_names.contains(small_letters(*sheet)))
            context.fault("G3", part, "The chart is about sheet '" + *sheet + "', which is not there");
    }
}

} // namespace xlsx
