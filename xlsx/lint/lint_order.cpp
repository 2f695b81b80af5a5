// Invariants S1 (order), S5 (namespace) and P7 (prefixes): what is asked of the children of a root that has
// an order.
#include "xlsx/lint/lint_context.h"

#include <algorithm>

namespace xlsx {

static void lint_ignorable(LintContext& context, std::string_view part, const XmlToken& root,
                           std::string_view attribute_name) {
    std::string_view prefixes = attribute_local(root, attribute_name).value_or("");
    while (!prefixes.empty()) {
        const auto end = std::min(prefixes.find(' '), prefixes.size());
        const std::string prefix(prefixes.substr(0, end));
        prefixes.remove_prefix(std::min(end + 1, prefixes.size()));
        if (!prefix.empty() && !attribute(root, "xmlns:" + prefix))
            context.fault("P7", part, "The prefix '" + prefix + "' may be ignored and is not declared");
    }
}

void lint_order(LintContext& context, std::string_view part, const XmlOutline& root,
                std::span<const std::string_view> order) {
    const std::string prefix = root.prefix();
    auto least = order.begin();
    for (const XmlElement& child : root.children) {
        const auto at = std::ranges::find(order, child.name);
        if (at == order.end()) continue;
        if (at < least)
            context.fault("S1", part,
                          "'" + std::string(child.name) + "' stands after '" + std::string(*least)
                              + "' and must come before it");
        least = std::max(least, at);
        if (child.tag.local() == child.name && child.tag.name.size() - child.name.size() != prefix.size())
            context.fault("S5", part,
                          "'" + std::string(child.tag.name)
                              + "' has another prefix than the root and is not in its namespace");
    }
    lint_ignorable(context, part, root.root.tag, "Ignorable");
    lint_ignorable(context, part, root.root.tag, "MustUnderstand");
    if (root.prefix_of(context.strict ? transitional_main : strict_main))
        context.fault("S5", part, "The part is of another family than the workbook");
}

} // namespace xlsx
