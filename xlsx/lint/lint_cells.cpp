// Invariants of rows and cells: S3, S5 to S8, S10, S11, and F1 and F2 of formulas. One pass; a sheet of a
// million cells is walked without a copy of any.
#include "xlsx/lint/changed_rows.h"
#include "xlsx/lint/lint_words.h"

#include "xlsx/read/attributes.h"
#include "xlsx/read/text_content.h"

#include <algorithm>
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

/// A cell's or a row's attributes, taken in one pass.
struct CellTag {
    std::string_view reference, type = "n";
    std::optional<std::uint32_t> format, cell_metadata, value_metadata;
    bool own_format = false; ///< a row's
    bool twice = false;      ///< an attribute is there twice
};

CellTag read_tag(const XmlToken& token) {
    CellTag tag;
    std::string_view body = token.body;
    bool reference = false, type = false, format = false;
    const auto once = [&](bool& seen) { tag.twice = std::exchange(seen, true) || tag.twice; };
    while (const auto one = take_attribute(body)) {
        if (one->name == "r") {
            once(reference);
            tag.reference = one->value;
        } else if (one->name == "s") {
            once(format);
            tag.format = number_of(one->value);
        } else if (one->name == "t") {
            once(type);
            tag.type = one->value;
        } else if (one->name == "cm") {
            tag.cell_metadata = number_of(one->value);
        } else if (one->name == "vm") {
            tag.value_metadata = number_of(one->value);
        } else if (one->name == "customFormat") {
            tag.own_format = is_true(one->value);
        }
    }
    return tag;
}

class CellLinter {
public:
    CellLinter(LintContext& context, LintedSheet& sheet, const std::vector<Range>& heads,
               std::size_t prefix_size)
        : context_(context), sheet_(sheet), heads_(heads), prefix_size_(prefix_size) {}

    /// `depth` is that of the rows, which come after row `row_before`.
    void walk(std::string_view rows, std::uint32_t depth, std::uint32_t row_before) {
        row_ = row_before;
        depth_ = depth;
        XmlLexer lexer(rows);
        XmlToken token = lexer.next();
        for (; !token.last(); token = lexer.next()) {
            if (!token.opens()) continue;
            if (token.depth == depth && token.local() == "row") take_row(token);
            if (token.depth == depth + 1 && token.local() == "c") take_cell(lexer, token);
        }
        if (token.kind == XmlToken::Kind::broken)
            fault("X1", "The sheet is not well-formed: " + std::string(lexer.reason()));
    }

    std::uint32_t last_row() const { return row_; }

private:
    void fault(InvariantId invariant, std::string what) {
        context_.fault(invariant, sheet_.part, std::move(what));
    }

    void check_prefix(const XmlToken& token) {
        const auto colon = token.name.find(':');
        if ((colon == std::string_view::npos ? 0 : colon + 1) != prefix_size_)
            fault("S5", "'" + std::string(token.name) + "' has another prefix than the sheet");
    }

    void take_row(const XmlToken& token) {
        check_prefix(token);
        const CellTag tag = read_tag(token);
        const std::uint32_t row =
            tag.reference.empty() ? row_ + 1 : number_of(tag.reference).value_or(row_ + 1);
        if (row <= row_) fault("S3", "Row " + std::to_string(row) + " does not come after the one before it");
        if (row == 0 || row > cells::last_row)
            fault("S3", "Row " + std::to_string(row) + " is beyond the sheet");
        if (tag.twice) fault("X1", "Row " + std::to_string(row) + " has an attribute twice");
        row_ = row;
        column_ = 0;
        if (tag.own_format && tag.format >= context_.cell_formats)
            fault("S8", "Row " + std::to_string(row) + " has a format that is not there");
    }

    void take_cell(XmlLexer& lexer, const XmlToken& token) {
        check_prefix(token);
        const CellTag tag = read_tag(token);
        Address at{row_, column_ + 1};
        if (!tag.reference.empty()) {
            const auto parsed = cells::parse_address(tag.reference);
            if (!parsed) {
                fault("S3", "'" + std::string(tag.reference) + "' is no cell");
            } else {
                if (parsed->row != row_)
                    fault("S3", to_text(*parsed) + " stands in row " + std::to_string(row_));
                if (parsed->column <= column_)
                    fault("S3", to_text(*parsed) + " does not come after the cell before it");
                at.column = parsed->column;
            }
        }
        column_ = at.column;
        if (tag.twice) fault("X1", to_text(at) + " has an attribute twice");
        if (tag.format && *tag.format >= context_.cell_formats)
            fault("S8",
                  to_text(at) + " has the format " + std::to_string(*tag.format) + ", which is not there");
        if ((tag.cell_metadata && *tag.cell_metadata > context_.cell_metadata)
            || (tag.value_metadata && *tag.value_metadata > context_.value_metadata))
            fault("S7", to_text(at) + " refers to metadata that is not there");
        if (token.kind == XmlToken::Kind::open) take_content(lexer, tag, at);
    }

    void take_content(XmlLexer& lexer, const CellTag& tag, Address at) {
        const bool head = !heads_.empty() && std::ranges::any_of(heads_, [&](const Range& range) {
            return range.contains(at);
        });
        bool has_formula = false, has_value = false;
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == depth_ + 1) break;
            if (token.depth != depth_ + 2 || !token.opens()) continue;
            const std::string_view name = token.local();
            if (name == "v") {
                has_value = true;
                check_prefix(token);
                if (token.kind != XmlToken::Kind::open) continue;
                const XmlToken text = lexer.next();
                if (text.holds_text()) check_value(tag.type, text.body, at, head);
            } else if (name == "f") {
                has_formula = true;
                take_formula(lexer, token, at);
            } else if (name == "is") {
                take_text(lexer, token, tag.type, at, head);
            }
        }
        sheet_.lacks_values = sheet_.lacks_values || (has_formula && !has_value && tag.type != "str");
    }

    void take_text(XmlLexer& lexer, const XmlToken& token, std::string_view type, Address at, bool head) {
        if (type != "inlineStr") fault("S6", to_text(at) + " holds text in line and is of another type");
        if (token.kind != XmlToken::Kind::open) return;
        XmlToken inner = lexer.next();
        for (; !inner.last(); inner = lexer.next()) {
            if (inner.kind == XmlToken::Kind::close && inner.depth == token.depth) break;
            if (inner.kind != XmlToken::Kind::open || inner.local() != "t") continue;
            const XmlToken content = lexer.next();
            if (content.holds_text() && loses_blanks(inner, content.body))
                fault("S11", to_text(at) + " has blanks at an end that are not marked as kept");
        }
        const std::string_view all(token.raw.data(), inner.end_offset() - token.offset);
        if (inner.last() || (!head && all.size() <= longest_text)) return;
        XmlLexer again(all); // seldom: a table's head, or a very long text
        std::string text;
        read_rich_text(again, again.next(), text);
        if (utf16_units(text) > longest_text) fault("S10", to_text(at) + " holds more text than a cell can");
        if (head) sheet_.head_texts[at] = std::move(text);
    }

    void take_formula(XmlLexer& lexer, const XmlToken& tag, Address at) {
        check_prefix(tag);
        if (context_.has_chain) sheet_.formulas.push_back(at);
        if (!tag.body.empty()) take_kind(tag, at);
        if (tag.kind != XmlToken::Kind::open) return;
        const XmlToken text = lexer.next();
        if (text.body.size() > longest_formula && utf16_units(unescape(text.body)) > longest_formula)
            fault("S10", to_text(at) + " has a formula longer than Excel takes");
    }

    void take_kind(const XmlToken& tag, Address at) {
        const auto type = attribute(tag, "t");
        if (!type || *type == "normal") return;
        const auto reference = attribute(tag, "ref");
        const auto range = cells::parse_range(reference.value_or(""));
        if (*type == "shared") {
            const std::uint32_t group = number_attribute(tag, "si").value_or(0);
            if (reference) {
                shared_[group] = range.value_or(Range{});
                if (!range || !range->contains(at))
                    fault("F1", to_text(at) + " shares its formula with a range that it is not in");
            } else if (const auto first = shared_.find(group); first == shared_.end()) {
                fault("F1", to_text(at) + " shares a formula whose first cell does not come before it");
            } else if (!first->second.contains(at)) {
                fault("F1", to_text(at) + " shares a formula whose range does not reach it");
            }
        } else if (*type == "array" || *type == "dataTable") {
            if (!range || !range->contains(at)) {
                fault("F2", to_text(at) + " has an array formula for a range that it is not in");
                return;
            }
            if (*type == "array"
                && std::ranges::any_of(sheet_.arrays, [&](const Range& one) { return overlap(one, *range); }))
                fault("F2", "The array formula of " + to_text(at) + " overlaps another");
            sheet_.arrays.push_back(*range);
        }
    }

    void check_value(std::string_view type, std::string_view text, Address at, bool head) {
        const auto wrong = [&](std::string_view what) {
            fault("S6", to_text(at) + " is said to hold " + std::string(what) + " and does not");
        };
        if (type == "s") {
            const auto index = number_of(text);
            const bool there = index && (!context_.strings || *index < context_.strings->size());
            if (!there) wrong("a shared text");
            if (!head || !there) return;
            if (context_.strings)
                sheet_.head_texts[at] = context_.strings->at(*index);
            else
                sheet_.unknown_heads.insert(at);
        } else if (type == "n") {
            if (!is_number(text)) wrong("a number");
        } else if (type == "str") {
            if (text.size() > longest_text && utf16_units(unescape(text)) > longest_text)
                fault("S10", to_text(at) + " holds more text than a cell can");
            if (head) sheet_.head_texts[at] = decode_xstring(unescape(text));
        } else if (type == "b") {
            if (text != "0" && text != "1" && text != "true" && text != "false") wrong("true or false");
        } else if (type == "e") {
            if (!text.starts_with('#')) wrong("an error");
        } else if (type != "d" && type != "inlineStr") {
            fault("S6", to_text(at) + " is of a type that there is not");
        }
    }

    LintContext& context_;
    LintedSheet& sheet_;
    const std::vector<Range>& heads_;
    std::size_t prefix_size_;
    std::uint32_t depth_ = 1;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::map<std::uint32_t, Range> shared_;
};

} // namespace

void lint_cells(LintContext& context, LintedSheet& sheet, const XmlOutline& outline,
                const std::vector<Range>& heads) {
    const XmlElement* rows = outline.find("sheetData");
    if (!rows) {
        context.fault("S1", sheet.part, "The sheet has no sheetData");
        return;
    }
    CellLinter linter(context, sheet, heads, outline.prefix().size());
    if (context.scope.changed_rows_only) {
        const auto original = context.package.original(sheet.part);
        const auto before = original ? xlsx::outline(*original) : std::nullopt;
        if (const auto changed = before ? changed_rows(*before, outline) : std::nullopt) {
            linter.walk(changed->rows, 0, changed->row_before);
            sheet.walked = {{changed->row_before + 1, 1}, {linter.last_row(), cells::last_column}};
            return;
        }
    }
    linter.walk(outline.text.substr(rows->offset(), rows->end - rows->offset()), 1, 0);
}

} // namespace xlsx
