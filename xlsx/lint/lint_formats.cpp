// Invariants of conditional formats and validations (D1 to D6, S10), those of Excel 2010 too, which stand in
// an extension of the sheet.
#include "xlsx/lint/lint_words.h"

#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Range;

static constexpr std::string_view formats_2010 = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

// Ranges of a list; what is no range is left out.
static std::vector<Range> ranges_of(std::string_view list) {
    std::vector<Range> ranges;
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (const auto range = cells::parse_range(list.substr(0, end))) ranges.push_back(*range);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return ranges;
}

namespace {

class FormatLinter {
public:
    FormatLinter(LintContext& context, const std::string& part, const XmlOutline& sheet)
        : context_(context), part_(part), sheet_(sheet) {}

    void lint() {
        const XmlElement* extensions = nullptr;
        for (const XmlElement& child : sheet_.children) {
            if (child.name == "conditionalFormatting") check_rules(child);
            if (child.name == "dataValidations") check_validations(child);
            if (child.name == "extLst") extensions = &child;
        }
        if (extensions) check_extensions(*extensions);
    }

private:
    void fault(InvariantId invariant, std::string what) { context_.fault(invariant, part_, std::move(what)); }

    void check_rules(const XmlElement& list) {
        if (!is_range_list(attribute(list.tag, "sqref").value_or("")) && !is_pivot(list))
            fault("D4", "A conditional format stands on no cells");
        for (const XmlElement& rule : children(sheet_.text, list)) {
            if (rule.name != "cfRule") continue;
            const auto format = number_attribute(rule.tag, "dxfId");
            if (format && *format >= context_.differentials)
                fault("D1",
                      "A conditional format uses dxf " + std::to_string(*format) + ", which is not there");
            if (number_attribute(rule.tag, "priority").value_or(0) < 1)
                fault("D2", "A conditional format has no priority");
            check_rule(rule);
        }
    }

    static bool is_pivot(const XmlElement& list) { return true_attribute(list.tag, "pivot"); }

    void check_rule(const XmlElement& rule) {
        const auto type = attribute(rule.tag, "type").value_or("");
        const bool needs_formula = type == "expression" || type == "cellIs";
        const bool needs_scale = type == "colorScale" || type == "dataBar" || type == "iconSet";
        bool found = false;
        for (const XmlElement& inside : children(sheet_.text, rule)) {
            found = found || inside.name == (needs_formula ? "formula" : type);
            if (inside.name == "extLst") take_pair(inside);
        }
        if (!found && (needs_formula || needs_scale))
            fault("D5", "A conditional format of type " + std::string(type) + " lacks its formula or scale");
    }

    // The id by which a rule's extension names its other half.
    void take_pair(const XmlElement& extensions) {
        const std::string_view inside = extensions.inner(sheet_.text);
        XmlLexer lexer(inside);
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.kind != XmlToken::Kind::open || token.local() != "id") continue;
            const XmlToken text = lexer.next();
            if (text.holds_text()) pairs_.insert(std::string(text.body));
        }
    }

    void check_validations(const XmlElement& list) {
        for (const XmlElement& validation : children(sheet_.text, list)) {
            const auto cells = attribute(validation.tag, "sqref").value_or("");
            if (!is_range_list(cells)) fault("D4", "A validation stands on no cells");
            std::ranges::copy(ranges_of(cells), std::back_inserter(validated_));
            if (attribute(validation.tag, "type") != "list") continue;
            for (const XmlElement& formula : children(sheet_.text, validation)) {
                const std::string words = unescape(formula.inner(sheet_.text));
                if (formula.name == "formula1" && words.starts_with('"')
                    && utf16_units(words) > longest_list + 2)
                    fault("S10", "A validation of " + std::string(cells) + " lists more than 255 characters");
            }
        }
        for (std::size_t i = 0; i < validated_.size() && validated_.size() < 1000; ++i)
            for (std::size_t j = i + 1; j < validated_.size(); ++j)
                if (overlap(validated_[i], validated_[j]))
                    fault("D6", "Two validations stand on " + to_text(validated_[j]));
    }

    void check_extensions(const XmlElement& list) {
        std::size_t formats = 0;
        std::set<std::string> rules;
        for (const XmlElement& extension : children(sheet_.text, list)) {
            const auto uri = attribute(extension.tag, "uri").value_or("");
            if (small_letters(uri) == small_letters(formats_2010) && ++formats > 1)
                fault("D3", "Excel 2010's conditional formats stand in two extensions");
            check_extension(extension, rules);
        }
        // A rule of Excel 2010 may stand alone; half a pair may not.
        for (const std::string& id : pairs_)
            if (!rules.contains(id)) fault("D3", "The rule " + id + " has lost its other half");
    }

    void check_extension(const XmlElement& extension, std::set<std::string>& rules) {
        XmlLexer lexer(extension.inner(sheet_.text));
        bool in_validation = false;
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.opens("cfRule")) rules.emplace(attribute(token, "id").value_or(""));
            if (token.local() == "dataValidation") in_validation = token.kind == XmlToken::Kind::open;
            if (token.kind != XmlToken::Kind::open || token.local() != "sqref") continue;
            const XmlToken text = lexer.next();
            // "#REF!" is what Excel writes once the cells are gone.
            if (!text.holds_text() || !(is_range_list(text.body) || text.body == "#REF!"))
                fault("D4", "A format or validation of Excel 2010 stands on no cells");
            if (!in_validation) continue;
            for (const Range& range : ranges_of(text.body))
                for (const Range& other : validated_)
                    if (overlap(range, other)) fault("D6", "Two validations stand on " + to_text(range));
        }
    }

    LintContext& context_;
    const std::string& part_;
    const XmlOutline& sheet_;
    std::set<std::string> pairs_;
    std::vector<Range> validated_;
};

} // namespace

void lint_formats(LintContext& context, const std::string& part, const XmlOutline& outline) {
    FormatLinter(context, part, outline).lint();
}

} // namespace xlsx
