#include "xlsx/fill/sheet_copies.h"

#include "xlsx/edit/xml_outline.h"
#include "xlsx/rows/follow/element_texts.h"

#include <algorithm>
#include <array>

namespace xlsx {

static constexpr std::size_t most_copies = 250; // a function takes 255 arguments

std::string sheet_prefix(std::string_view sheet) {
    std::string prefix = "'";
    for (const char c : sheet) prefix.append(c == '\'' ? 2 : 1, c);
    return prefix + "'!";
}

static const SheetGroup* group_of(const SheetGroups& groups, std::string_view sheet) {
    const auto found = std::ranges::find(groups, sheet, &SheetGroup::name);
    return found == groups.end() ? nullptr : &*found;
}

std::expected<std::string, std::string> pointed_at_copies(const Formula& formula, const SheetGroups& groups,
                                                          const StandsIn& stands_in) {
    std::string fault;
    const auto point_at = [](std::string& out, Reference reference, std::string_view copy) {
        reference.prefix = sheet_prefix(copy);
        if (!reference.last_prefix.empty()) reference.last_prefix = reference.prefix;
        append_text(out, reference);
    };
    std::string text = formula.rewritten([&](std::string& out, const Reference& reference) {
        const SheetGroup* group = reference.external ? nullptr : group_of(groups, reference.sheet);
        if (!group || !reference.last_sheet.empty()) {
            if (reference.prefix.find("{{") != std::string::npos)
                fault = "it refers to " + reference.prefix.substr(0, reference.prefix.size() - 1)
                        + ", which is no sheet of the output";
            return append_text(out, reference);
        }
        const auto own = std::ranges::find_if(group->scopes, stands_in);
        if (own != group->scopes.end())
            return point_at(out, reference,
                            group->copies[static_cast<std::size_t>(own - group->scopes.begin())]);
        if (group->copies.empty()) {
            if (!reference.listable) fault = "it refers to '" + group->name + "', of which there is none";
            out += reference.listable ? "0" : "#REF!";
            return;
        }
        const std::size_t count = reference.listable ? group->copies.size() : 1;
        if (count > most_copies)
            fault = "it would add up more than " + std::to_string(most_copies) + " sheets";
        for (std::size_t i = 0; i < count; ++i) {
            if (i != 0) out += ',';
            point_at(out, reference, group->copies[i]);
        }
    });
    if (!fault.empty()) return std::unexpected(std::move(fault));
    return text;
}

std::string with_copies(std::string_view xml, const SheetGroups& groups, const StandsIn& stands_in) {
    std::string now(xml);
    if (!xml.contains("{{")) return now;
    const auto pointed = [&](const std::string& text) {
        if (!text.contains("{{")) return text;
        return pointed_at_copies(Formula(text), groups, stands_in).value_or("#REF!");
    };
    for (const std::string_view name : std::array<std::string_view, 5>{
             "f", "formula", "definedName", "calculatedColumnFormula", "totalsRowFormula"}) {
        std::vector<std::string> texts = element_texts(now, name);
        for (std::string& text : texts) text = pointed(text);
        now = with_element_texts(now, name, texts);
    }
    Splices edits;
    XmlLexer lexer(now);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens()) continue;
        for (const std::string_view name : {"location", "textlink"}) {
            const auto value = attribute(token, name);
            if (value && value->contains("{{"))
                set_attribute(edits, now, token, name, pointed(unescape(*value)));
        }
    }
    return edits.apply(now);
}

} // namespace xlsx
