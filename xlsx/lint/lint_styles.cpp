// Invariants of the styles part: Y1 to Y4, S13, and D1 of table styles. Fills in the counts that cells and
// rules refer to.
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace xlsx {

static constexpr std::uint32_t most_formats = 64'000;
static constexpr std::uint32_t first_own_number_format = 164;

namespace {

/// The lists of a styles part, each cut into its elements once.
class StylesLinter {
public:
    StylesLinter(LintContext& context, const std::string& part, const XmlOutline& styles)
        : context_(context), part_(part), styles_(styles) {
        for (const XmlElement& list : styles.children) lists_[list.name] = children(styles.text, list);
    }

    void lint() {
        lint_order(context_, part_, styles_, styles_order);
        for (const XmlElement& list : styles_.children) {
            if (list.name == "colors" || list.name == "extLst" || list.name == "tableStyles") continue;
            if (number_attribute(list.tag, "count").value_or(size(list.name)) != size(list.name))
                fault("S13", "The count of " + std::string(list.name) + " is not how many there are");
        }
        context_.cell_formats = std::max(size("cellXfs"), 1U);
        context_.differentials = size("dxfs");
        if (size("cellXfs") > most_formats) fault("S8", "There are more than 64,000 cell formats");
        check_formats("cellStyleXfs");
        check_formats("cellXfs");
        for (const XmlElement& style : lists_["cellStyles"])
            if (number_attribute(style.tag, "xfId").value_or(0) >= std::max(size("cellStyleXfs"), 1U))
                fault("Y1", "A cell style has an xfId that is not there");
        check_fills();
        check_differentials();
        check_table_styles();
        check_colours();
    }

private:
    void fault(InvariantId invariant, std::string what) { context_.fault(invariant, part_, std::move(what)); }
    std::uint32_t size(std::string_view list) { return static_cast<std::uint32_t>(lists_[list].size()); }

    void check_formats(std::string_view list) {
        std::set<std::uint32_t> own;
        for (const XmlElement& format : lists_["numFmts"])
            own.insert(number_attribute(format.tag, "numFmtId").value_or(0));
        std::size_t index = 0;
        for (const XmlElement& format : lists_[list]) {
            const auto within = [&](std::string_view name, std::string_view limit) {
                if (number_attribute(format.tag, name).value_or(0) >= std::max(size(limit), 1U))
                    fault("Y1", std::string(list) + " " + std::to_string(index) + " has a "
                                    + std::string(name) + " that is not there");
            };
            within("fontId", "fonts");
            within("fillId", "fills");
            within("borderId", "borders");
            if (list == "cellXfs") within("xfId", "cellStyleXfs");
            const std::uint32_t number = number_attribute(format.tag, "numFmtId").value_or(0);
            if (number >= first_own_number_format && !own.contains(number))
                fault("Y1", std::string(list) + " " + std::to_string(index)
                                + " has a number format that is not there");
            ++index;
        }
    }

    // Excel draws its own two, whatever stands there, and a fill of ours would be lost.
    void check_fills() {
        static constexpr std::array<std::string_view, 2> reserved = {"none", "gray125"};
        for (std::size_t i = 0; i < reserved.size() && i < lists_["fills"].size(); ++i) {
            const auto inside = children(styles_.text, lists_["fills"][i]);
            if (inside.empty()
                || attribute(inside.front().tag, "patternType").value_or("none") != reserved[i])
                fault("Y3", "Fill " + std::to_string(i) + " is not " + std::string(reserved[i]));
        }
    }

    // Another order costs the whole part its repair.
    void check_differentials() {
        static constexpr std::array<std::string_view, 7> order = {
            "font", "numFmt", "fill", "alignment", "border", "protection", "extLst"};
        std::size_t index = 0;
        for (const XmlElement& format : lists_["dxfs"]) {
            const auto* least = order.begin();
            for (const XmlElement& trait : children(styles_.text, format)) {
                const auto* at = std::ranges::find(order, trait.name);
                if (at == order.end()) continue;
                if (at < least)
                    fault("Y2", "dxf " + std::to_string(index) + " has its " + std::string(trait.name)
                                    + " in the wrong place");
                if (trait.name == "numFmt"
                    && (!number_attribute(trait.tag, "numFmtId") || !attribute(trait.tag, "formatCode")))
                    fault("Y1", "dxf " + std::to_string(index) + " has a number format without id or code");
                least = at;
            }
            ++index;
        }
    }

    void check_table_styles() {
        for (const XmlElement& style : lists_["tableStyles"])
            for (const XmlElement& element : children(styles_.text, style)) {
                const auto format = number_attribute(element.tag, "dxfId");
                if (format && *format >= context_.differentials)
                    fault("D1", "A table style uses dxf " + std::to_string(*format) + ", which is not there");
            }
    }

    void check_colours() {
        for (auto at = styles_.text.find(" rgb="); at != std::string_view::npos;
             at = styles_.text.find(" rgb=", at + 1)) {
            const char quote = styles_.text.substr(at + 5, 1).empty() ? '"' : styles_.text[at + 5];
            const std::string_view rest = styles_.text.substr(std::min(at + 6, styles_.text.size()));
            const std::string_view colour = rest.substr(0, rest.find(quote));
            if (colour.size() != 8
                || colour.find_first_not_of("0123456789ABCDEFabcdef") != std::string_view::npos)
                fault("Y4", "'" + std::string(colour.substr(0, 20)) + "' is no colour");
        }
    }

    LintContext& context_;
    const std::string& part_;
    const XmlOutline& styles_;
    std::map<std::string_view, std::vector<XmlElement>> lists_;
};

} // namespace

void lint_styles(LintContext& context) {
    const std::string part = context.of_workbook("styles");
    if (part.empty()) {
        context.cell_formats = 1;
        return;
    }
    const auto styles = context.outline(part);
    if (!styles) { // what they held is not known, and nobody is blamed for using it
        context.cell_formats = context.differentials = std::numeric_limits<std::uint32_t>::max();
        return;
    }
    if (context.scope.takes(part)) {
        StylesLinter(context, part, *styles).lint();
        return;
    }
    // What nobody touched is taken at its word, where it gives one.
    const auto count = [&](std::string_view name) -> std::uint32_t {
        const XmlElement* list = styles->find(name);
        if (!list) return 0;
        const auto said = number_attribute(list->tag, "count");
        return said ? *said : static_cast<std::uint32_t>(children(styles->text, *list).size());
    };
    context.cell_formats = std::max(count("cellXfs"), 1U);
    context.differentials = count("dxfs");
}

} // namespace xlsx
