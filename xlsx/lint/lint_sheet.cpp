// Invariants S1 to S15 and those of what a sheet holds besides cells: conditional formats (D), merges (M),
// hyperlinks (H).
#include "xlsx/edit/element_order.h"
#include "xlsx/lint/lint_context.h"

#include "xlsx/read/attributes.h"
#include "xlsx/read/text_content.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace xlsx {

using cells::Address;
using cells::Range;

static bool is_number(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\n')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault != std::errc::invalid_argument && end == text.data() + text.size();
}

namespace {

/// The walk over a sheet's rows and cells.
class CellLinter {
public:
    CellLinter(LintContext& context, LintedSheet& sheet, const std::vector<Range>& heads)
        : context_(context), sheet_(sheet), heads_(heads) {}

    void walk(const XmlOutline& part) {
        const XmlElement* rows = part.find("sheetData");
        if (!rows) {
            fault("S1", "The sheet has no sheetData");
            return;
        }
        XmlLexer lexer(part.text.substr(rows->offset(), rows->end - rows->offset()));
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.depth == 1 && token.opens("row"))
                take_row(token);
            else if (token.depth == 2 && token.opens("c"))
                take_cell(lexer, token);
        }
        for (const std::uint32_t group : members_)
            if (!masters_.contains(group)) fault("F1", "A shared formula has no first cell");
    }

private:
    void fault(std::string_view invariant, std::string what) {
        context_.fault(invariant, sheet_.part, std::move(what));
    }

    void take_row(const XmlToken& tag) {
        const std::uint32_t row = number_attribute(tag, "r").value_or(row_ + 1);
        if (row <= row_) fault("S3", "Row " + std::to_string(row) + " does not come after the one before it");
        if (row == 0 || row > cells::last_row)
            fault("S3", "Row " + std::to_string(row) + " is beyond the sheet");
        row_ = row;
        column_ = 0;
        if (true_attribute(tag, "customFormat"))
            check_format(number_attribute(tag, "s"), "Row " + std::to_string(row));
    }

    void check_format(std::optional<std::uint32_t> format, const std::string& what) {
        if (format && *format >= context_.cell_formats)
            fault("S8", what + " has the format " + std::to_string(*format) + ", which is not there");
    }

    void take_cell(XmlLexer& lexer, const XmlToken& tag) {
        Address at{row_, column_ + 1};
        if (const auto reference = attribute(tag, "r")) {
            const auto parsed = cells::parse_address(*reference);
            if (!parsed) {
                fault("S3", "'" + std::string(*reference) + "' is no cell");
            } else {
                if (parsed->row != row_)
                    fault("S3", to_text(*parsed) + " stands in row " + std::to_string(row_));
                if (parsed->column <= column_)
                    fault("S3", to_text(*parsed) + " does not come after the cell before it");
                at.column = parsed->column;
            }
        }
        column_ = at.column;
        check_format(number_attribute(tag, "s"), to_text(at));
        if (!context_.has_metadata && (attribute(tag, "cm") || attribute(tag, "vm")))
            fault("S7", to_text(at) + " refers to metadata that is not there");
        if (tag.kind == XmlToken::Kind::open) take_content(lexer, tag, at);
    }

    void take_content(XmlLexer& lexer, const XmlToken& tag, Address at) {
        const std::string_view type = attribute(tag, "t").value_or("n");
        const bool head = std::ranges::any_of(heads_, [&](const Range& range) { return range.contains(at); });
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == 2) return;
            if (token.depth != 3 || !token.opens()) continue;
            const std::string_view name = token.local();
            if (name == "f") {
                take_formula(token, at);
            } else if (name == "v" && token.kind == XmlToken::Kind::open) {
                const XmlToken text = lexer.next();
                if (text.holds_text()) check_value(type, text.body, at, head);
            } else if (name == "is" && type != "inlineStr") {
                fault("S6", to_text(at) + " holds text in line and is of another type");
            } else if (name == "is" && head) {
                read_rich_text(lexer, token, sheet_.head_texts[at]);
            }
        }
    }

    void take_formula(const XmlToken& tag, Address at) {
        const auto type = attribute(tag, "t");
        if (type == "shared") {
            const std::uint32_t group = number_attribute(tag, "si").value_or(0);
            (attribute(tag, "ref") ? masters_ : members_).insert(group);
        }
        if (!context_.has_chain) return;
        sheet_.formulas.insert(at);
        const auto range = cells::parse_range(attribute(tag, "ref").value_or(""));
        if (range && (type == "array" || type == "dataTable")) sheet_.arrays.push_back(*range);
    }

    void check_value(std::string_view type, std::string_view text, Address at, bool head) {
        const auto wrong = [&](std::string_view what) {
            fault("S6", to_text(at) + " is said to hold " + std::string(what) + " and does not");
        };
        if (type == "n" && !is_number(text)) wrong("a number");
        if (type == "b" && text != "0" && text != "1" && text != "true" && text != "false")
            wrong("true or false");
        if (type == "e" && !text.starts_with('#')) wrong("an error");
        if (type == "s") {
            const auto index = number_of(text);
            const bool there = index && (!context_.strings || *index < context_.strings->size());
            if (!there) wrong("a shared text");
            if (head && there && context_.strings) sheet_.head_texts[at] = context_.strings->at(*index);
        }
        if (head && type == "str") sheet_.head_texts[at] = decode_xstring(unescape(text));
    }

    LintContext& context_;
    LintedSheet& sheet_;
    const std::vector<Range>& heads_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::set<std::uint32_t> masters_;
    std::set<std::uint32_t> members_;
};

void lint_containers(LintContext& context, const std::string& part, const XmlOutline& sheet) {
    // Excel itself writes empty lists of breaks and of table parts, and leaves these out.
    static constexpr std::string_view never_empty[] = {
        "cols",         "conditionalFormatting", "mergeCells",
        "hyperlinks",   "dataValidations",       "protectedRanges",
        "ignoredErrors"};
    static constexpr std::string_view counted[] = {"mergeCells", "dataValidations", "tableParts"};
    const auto is_one_of = [](std::string_view name, std::span<const std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    for (const XmlElement& child : sheet.children) {
        if (!is_one_of(child.name, never_empty) && !is_one_of(child.name, counted)) continue;
        const auto size = static_cast<std::uint32_t>(children(sheet.text, child).size());
        if (size == 0 && is_one_of(child.name, never_empty))
            context.fault("S2", part, "An empty " + std::string(child.name));
        if (is_one_of(child.name, counted) && number_attribute(child.tag, "count").value_or(size) != size)
            context.fault("S13", part,
                          "The count of " + std::string(child.name) + " is not how many there are");
    }
}

void lint_columns(LintContext& context, const std::string& part, const XmlOutline& sheet) {
    std::uint32_t before = 0;
    for (const XmlElement& list : sheet.children) {
        if (list.name != "cols") continue;
        for (const XmlElement& col : children(sheet.text, list)) {
            const std::uint32_t first = number_attribute(col.tag, "min").value_or(0);
            const std::uint32_t last = number_attribute(col.tag, "max").value_or(0);
            if (first <= before || last < first || last > cells::last_column)
                context.fault("S15", part,
                              "Columns " + std::to_string(first) + " to " + std::to_string(last)
                                  + " overlap others or are no columns");
            before = last;
        }
    }
}

void lint_merges(LintContext& context, LintedSheet& sheet, const XmlOutline& part) {
    const XmlElement* list = part.find("mergeCells");
    if (!list) return;
    for (const XmlElement& merge : children(part.text, *list)) {
        const std::string ref(attribute(merge.tag, "ref").value_or(""));
        const auto range = cells::parse_range(ref);
        if (!range || range->first == range->last)
            context.fault("M2", sheet.part, "'" + ref + "' merges nothing");
        else
            sheet.merges.push_back(*range);
    }
    // Sorted by their first row, a merge can only overlap those that start before it ends.
    std::vector<Range> sorted = sheet.merges;
    std::ranges::sort(sorted, {}, &Range::first);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i + 1; j < sorted.size() && sorted[j].first.row <= sorted[i].last.row; ++j)
            if (sorted[j].first.column <= sorted[i].last.column
                && sorted[i].first.column <= sorted[j].last.column)
                context.fault("M1", sheet.part,
                              "Merges " + to_text(sorted[i]) + " and " + to_text(sorted[j]) + " overlap");
}

void lint_formats(LintContext& context, const std::string& part, const XmlOutline& sheet) {
    for (const XmlElement& list : sheet.children) {
        if (list.name != "conditionalFormatting") continue;
        for (const XmlElement& rule : children(sheet.text, list)) {
            if (rule.name != "cfRule") continue;
            const auto format = number_attribute(rule.tag, "dxfId");
            if (format && *format >= context.differentials)
                context.fault("D1", part,
                              "A conditional format uses dxf " + std::to_string(*format)
                                  + ", which is not there");
            if (number_attribute(rule.tag, "priority").value_or(0) < 1)
                context.fault("D2", part, "A conditional format has no priority");
        }
    }
}

/// Every r:id on the sheet must be there and be of the kind that its element wants.
void lint_ids(LintContext& context, const std::string& part, const XmlOutline& sheet) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinds = {{
        {"legacyDrawing", "vmlDrawing"},
        {"legacyDrawingHF", "vmlDrawing"},
        {"drawing", "drawing"},
        {"tablePart", "table"},
        {"picture", "image"},
        {"hyperlink", "hyperlink"},
    }};
    const auto related = context.relationships(part);
    const auto check = [&](const XmlElement& element) {
        const auto kind = std::ranges::find(kinds, element.name, [](const auto& one) { return one.first; });
        if (kind == kinds.end()) return;
        const auto id = attribute_local(element.tag, "id");
        if (!id) {
            if (element.name != "hyperlink")
                context.fault("P4", part, std::string(element.name) + " points at nothing");
            return;
        }
        const auto found = std::ranges::find(related, *id, &Relationship::id);
        if (found == related.end() || !Package::type_is(*found, kind->second))
            context.fault("P4", part,
                          std::string(element.name) + " uses '" + std::string(*id)
                              + "', which is not there or of another kind");
    };
    for (const XmlElement& child : sheet.children) {
        check(child);
        if (child.name != "hyperlinks" && child.name != "tableParts") continue;
        for (const XmlElement& inner : children(sheet.text, child)) {
            check(inner);
            if (child.name == "hyperlinks" && !cells::parse_range(attribute(inner.tag, "ref").value_or("")))
                context.fault("H1", part, "A hyperlink stands on no cell");
        }
    }
}

} // namespace

LintedSheet lint_sheet(LintContext& context, const std::string& name, const std::string& part,
                       std::string_view text, const std::vector<Range>& heads) {
    LintedSheet sheet;
    sheet.name = name;
    sheet.part = part;
    const auto found = outline(text);
    if (!found) {
        context.fault("X1", part, "The part is not well-formed");
        return sheet;
    }
    lint_order(context, part, *found, worksheet_order);
    lint_containers(context, part, *found);
    lint_columns(context, part, *found);
    lint_merges(context, sheet, *found);
    lint_formats(context, part, *found);
    lint_ids(context, part, *found);
    CellLinter(context, sheet, heads).walk(*found);
    return sheet;
}

} // namespace xlsx
