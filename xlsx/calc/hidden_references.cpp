#include "xlsx/calc/hidden_references.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <array>

namespace xlsx {

using cells::Error;

static constexpr int deepest_name = 8; // a name may be defined by names

std::expected<HiddenReferences, Error> HiddenReferences::read(PartEdits& edits,
                                                              const WorkbookPart& workbook) {
    HiddenReferences known;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        known.sheets_.push_back(folded(workbook.sheets[i].name));
        if (!workbook.sheets[i].worksheet) continue;
        auto parts = related_parts(edits.package(), workbook.sheets[i].part, "table");
        if (!parts) return std::unexpected(std::move(parts.error()));
        for (const std::string& part : *parts) {
            auto text = edits.text(part);
            if (!text) return std::unexpected(std::move(text.error()));
            const auto table = outline(*text);
            const auto range =
                table ? cells::parse_range(attribute(table->root.tag, "ref").value_or("")) : std::nullopt;
            if (!range) continue;
            for (const std::string_view name : {"name", "displayName"})
                known.tables_[folded(unescape(attribute(table->root.tag, name).value_or("")))] = {i, *range};
        }
    }
    if (const XmlElement* names = workbook.outline.find("definedNames"))
        for (const XmlElement& name : children(workbook.outline.text, *names))
            known.names_[folded(unescape(attribute(name.tag, "name").value_or("")))].push_back(
                unescape(name.inner(workbook.outline.text)));
    return known;
}

std::optional<std::size_t> HiddenReferences::sheet_index(std::string_view name) const {
    const auto found = std::ranges::find(sheets_, folded(name));
    if (found == sheets_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - sheets_.begin());
}

void HiddenReferences::add_shown(const Formula& formula, std::size_t home, Dependence& into) const {
    for (const Reference& reference : formula.references()) {
        if (reference.external) continue;
        std::optional<std::size_t> first = home;
        if (!reference.sheet.empty()) first = sheet_index(reference.sheet);
        const auto last = reference.last_sheet.empty() ? first : sheet_index(reference.last_sheet);
        if (!first || !last) {
            into.unknown = true;
            continue;
        }
        const cells::Range range = area_of(reference);
        for (std::size_t sheet = std::min(*first, *last); sheet <= std::max(*first, *last); ++sheet)
            into.ranges.push_back({sheet, range});
    }
}

static bool is_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
           || c == '\\' || c == '$' || c == '?' || static_cast<unsigned char>(c) >= 0x80;
}

// Behind a piece in quotes, or in brackets that nest.
static std::size_t behind(std::string_view text, std::size_t at) {
    const char open = text[at];
    std::size_t depth = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        if (open == '[') {
            depth += text[i] == '[';
            depth -= text[i] == ']';
            if (depth == 0) return i + 1;
        } else if (i > at && text[i] == open) {
            return i + 1; // a doubled quote starts the next piece
        }
    }
    return text.size();
}

// Letters that are a column in C:D and $C:$D.
static bool is_column(std::string_view word) {
    return word.size() <= 4
           && word.find_first_not_of("$abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

static bool may_be_name(std::string_view word) {
    const bool number = (word[0] >= '0' && word[0] <= '9') || word[0] == '.';
    return !number && word != "true" && word != "false" && !cells::parse_address(word)
           && word.find_first_not_of("$0123456789") != std::string_view::npos;
}

static bool is_changing(std::string_view function) {
    static constexpr std::array<std::string_view, 6> names = {"today",       "now",       "rand",
                                                              "randbetween", "randarray", "info"};
    return std::ranges::find(names, function) != names.end();
}

void HiddenReferences::add_hidden(std::string_view text, std::size_t home, int depth,
                                  Dependence& into) const {
    for (std::size_t at = 0; at < text.size() && !into.unknown;) {
        if (text[at] == '"' || text[at] == '\'') {
            at = behind(text, at);
        } else if (text[at] == '#') { // #N/A
            while (++at < text.size() && (is_word(text[at]) || text[at] == '/' || text[at] == '!')) {
            }
        } else if (text[at] == '[') {
            // [1]Sheet1!A1 is another workbook; [@Column] would be this row of a table that is not named.
            const std::size_t end = behind(text, at);
            into.unknown = end == text.size() || !is_word(text[end]);
            at = end;
        } else if (is_word(text[at])) {
            std::size_t end = at;
            while (end < text.size() && is_word(text[end])) ++end;
            const std::string word = folded(text.substr(at, end - at));
            const char next = end < text.size() ? text[end] : '\0';
            const char before = at > 0 ? text[at - 1] : '\0';
            at = end;
            if (next == '(') {
                // A cell to a function, C5:INDEX(...), spans cells that neither names.
                // ROW() looks at where the formula itself stands, CELL at what is selected.
                const bool at_place = text.substr(end).starts_with("()")
                                      && (word == "row" || word == "column" || word == "sheet");
                into.changing = into.changing || is_changing(word);
                into.unknown =
                    at_place || before == ':' || word == "indirect" || word == "offset" || word == "cell";
            } else if (next == '[') {
                const auto table = tables_.find(word);
                into.unknown = table == tables_.end();
                if (!into.unknown) into.ranges.push_back(table->second);
                at = behind(text, end);
            } else if (next != '!' && may_be_name(word)
                       && !((next == ':' || before == ':') && is_column(word))) {
                const auto name = names_.find(word);
                into.unknown = name == names_.end() || depth == deepest_name;
                if (into.unknown) return;
                for (const std::string& meaning : name->second) {
                    const Formula formula(meaning);
                    add_shown(formula, home, into);
                    add_hidden(meaning, home, depth + 1, into);
                }
            }
        } else {
            ++at;
        }
    }
}

Dependence HiddenReferences::of(const Formula& formula, std::size_t home) const {
    Dependence dependence;
    add_shown(formula, home, dependence);
    if (formula.opaque() || formula.text().find('(') != std::string::npos)
        add_hidden(formula.text(), home, 0, dependence);
    return dependence;
}

} // namespace xlsx
