#include "xlsx/edit/highlights.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <map>

namespace xlsx {

using cells::Address;
using cells::Range;

std::string highlight_formula(std::string_view author) {
    std::string quoted;
    for (const char c : author) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return "N(\"" + quoted + "\")=0";
}

// The fewest ranges of one column that cover the cells: "H14:H17 H20 K3".
static std::string cell_list(std::vector<Address> cells) {
    std::ranges::sort(cells, {}, [](Address at) { return std::pair(at.column, at.row); });
    std::string list;
    for (std::size_t i = 0; i < cells.size();) {
        std::size_t end = i + 1;
        while (end < cells.size() && cells[end].column == cells[i].column
               && cells[end].row <= cells[end - 1].row + 1)
            ++end;
        if (!list.empty()) list += ' ';
        list += to_text(Range{cells[i], cells[end - 1]});
        i = end;
    }
    return list;
}

static std::map<std::pair<std::string, std::string>, std::vector<Address>>
by_colours(const std::vector<Highlight>& highlights) {
    std::map<std::pair<std::string, std::string>, std::vector<Address>> groups;
    for (const Highlight& one : highlights) groups[{one.colours.fill, one.colours.text}].push_back(one.at);
    return groups;
}

std::string highlight_rules(const std::vector<Highlight>& highlights, StylesEdit& styles,
                            std::string_view author, std::string_view prefix, std::uint32_t first_priority) {
    const std::string p(prefix);
    std::string xml;
    for (const auto& [colours, cells] : by_colours(highlights)) {
        xml += "<" + p + "conditionalFormatting sqref=\"" + cell_list(cells) + "\"><" + p
               + "cfRule type=\"expression\" dxfId=\""
               + std::to_string(styles.differential({colours.first, colours.second})) + "\" priority=\""
               + std::to_string(first_priority++) + "\"><" + p + "formula>"
               + escape(highlight_formula(author)) + "</" + p + "formula></" + p + "cfRule></" + p
               + "conditionalFormatting>";
    }
    return xml;
}

// A rule that the sheet has: its tag, and the cells that it covers ("" where they are told elsewhere).
struct Rule {
    XmlToken tag;
    std::string_view cells;
};

// The rules of 2007 and those in extensions: their priorities are one series.
static std::vector<Rule> rules_of(const XmlOutline& sheet) {
    std::vector<Rule> rules;
    for (const XmlElement& child : sheet.children) {
        if (child.name != "conditionalFormatting" && child.name != "extLst") continue;
        const std::string_view cells = attribute(child.tag, "sqref").value_or("");
        XmlLexer lexer(sheet.text.substr(child.offset(), child.end - child.offset()));
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (!token.opens("cfRule")) continue;
            token.offset += child.offset();
            rules.push_back({token, cells});
        }
    }
    return rules;
}

static bool covers(std::string_view list, const std::vector<Highlight>& highlights) {
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        const auto range = cells::parse_range(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (range
            && std::ranges::any_of(highlights, [&](const Highlight& one) { return range->contains(one.at); }))
            return true;
    }
    return false;
}

void add_highlights(Splices& edits, const XmlOutline& sheet, const std::vector<Highlight>& highlights,
                    StylesEdit& styles, std::string_view author) {
    if (highlights.empty()) return;
    const auto rules = rules_of(sheet);
    std::uint32_t highest = 0;
    bool covered = false;
    bool pivot = false; // a pivot table's rules are its own business
    for (const Rule& rule : rules) {
        highest = std::max(highest, number_attribute(rule.tag, "priority").value_or(0));
        covered = covered || covers(rule.cells, highlights);
    }
    for (const XmlElement& child : sheet.children)
        pivot = pivot || (child.name == "conditionalFormatting" && true_attribute(child.tag, "pivot"));

    const bool first = covered && !pivot && highest < 1'000'000;
    const auto ours = static_cast<std::uint32_t>(by_colours(highlights).size());
    if (first) {
        for (const Rule& rule : rules)
            if (const auto priority = number_attribute(rule.tag, "priority"))
                set_attribute(edits, sheet.text, rule.tag, "priority", std::to_string(*priority + ours));
    }
    edits.insert(sheet.place("conditionalFormatting", worksheet_order),
                 highlight_rules(highlights, styles, author, sheet.prefix(), first ? 1 : highest + 1));
}

// The text of the first formula within an element.
static std::string formula_of(std::string_view text, const XmlElement& rule) {
    for (const XmlElement& child : children(text, rule))
        if (child.name == "formula") return unescape(child.inner(text));
    return {};
}

bool remove_highlights(Splices& edits, const XmlOutline& sheet, std::string_view author) {
    const auto plain = [](std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
        return text;
    };
    const std::string ours = plain(highlight_formula(author));
    bool any = false;
    for (const XmlElement& child : sheet.children) {
        if (child.name != "conditionalFormatting") continue;
        const auto rules = children(sheet.text, child);
        std::vector<const XmlElement*> gone;
        for (const XmlElement& rule : rules)
            if (rule.name == "cfRule" && plain(formula_of(sheet.text, rule)) == ours) gone.push_back(&rule);
        if (gone.empty()) continue;
        any = true;
        if (gone.size() == rules.size()) {
            edits.erase(child.offset(), child.end - child.offset());
        } else {
            for (const XmlElement* rule : gone) edits.erase(rule->offset(), rule->end - rule->offset());
        }
    }
    return any;
}

} // namespace xlsx
