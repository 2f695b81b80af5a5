#include "xlsx/lint/lint.h"

#include "xlsx/edit/related.h"
#include "xlsx/lint/lint_context.h"
#include "xlsx/lint/new_faults.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <iterator>

namespace xlsx {

void LintContext::fault(std::string_view invariant, std::string_view part, std::string what) {
    faults.push_back({std::string(invariant), std::string(part), std::move(what)});
}

std::optional<std::string_view> LintContext::text(const std::string& part) {
    auto found = package.text(part);
    if (found) return *found;
    fault("X1", part, std::move(found.error().what));
    return std::nullopt;
}

std::optional<XmlOutline> LintContext::outline(const std::string& part) {
    const auto found = text(part);
    if (!found) return std::nullopt;
    auto root = xlsx::outline(*found);
    if (!root) fault("X1", part, "The part is not well-formed");
    return root;
}

std::vector<Relationship> LintContext::relationships(const std::string& part) {
    auto found = package.relationships(part);
    if (found) return std::move(*found);
    fault("X1", Package::relationships_part(part), std::move(found.error().what));
    return {};
}

void lint_order(LintContext& context, std::string_view part, const XmlOutline& root,
                std::span<const std::string_view> order) {
    auto least = order.begin();
    for (const XmlElement& child : root.children) {
        const auto at = std::ranges::find(order, child.name);
        if (at == order.end()) continue;
        if (at < least)
            context.fault("S1", part,
                          "'" + std::string(child.name) + "' stands after '" + std::string(*least)
                              + "' and must come before it");
        least = std::max(least, at);
    }
    std::string_view ignorable = attribute_local(root.root.tag, "Ignorable").value_or("");
    while (!ignorable.empty()) {
        const auto end = std::min(ignorable.find(' '), ignorable.size());
        const std::string prefix(ignorable.substr(0, end));
        ignorable.remove_prefix(std::min(end + 1, ignorable.size()));
        if (!prefix.empty() && !attribute(root.root.tag, "xmlns:" + prefix))
            context.fault("P7", part, "The prefix '" + prefix + "' may be ignored and is not declared");
    }
}

// `wanted` says of a sheet's name whether its cells are walked.
template <typename Wanted>
static std::vector<Fault> lint_where(Package& package, bool all, Wanted wanted) {
    LintContext context{package, {}, 0, 0, false, false, {}};
    lint_content_types(context);
    lint_relationships(context);
    lint_properties(context);
    const auto workbook = WorkbookPart::read(package);
    if (!workbook) {
        context.fault("X1", package.workbook_part(), workbook.error().what);
        return std::move(context.faults);
    }
    const auto part_of_kind = [&](std::string_view kind) {
        return related_part(package, package.workbook_part(), kind).value_or(std::string());
    };
    context.has_metadata = !part_of_kind("sheetMetadata").empty();
    context.has_chain = !part_of_kind("calcChain").empty();
    if (const std::string part = part_of_kind("sharedStrings"); all && !part.empty()) {
        auto strings = SharedStrings::read(package, part);
        if (strings)
            context.strings = std::move(*strings);
        else
            context.fault("X1", part, std::move(strings.error().what));
    } else if (all) {
        context.strings.emplace();
    }
    lint_styles(context);
    lint_workbook(context, *workbook);
    lint_shape_blocks(context);

    std::vector<LintedSheet> sheets;
    std::set<std::string> table_names;
    std::set<std::uint32_t> table_ids;
    for (const ListedSheet& listed : workbook->sheets) {
        if (!listed.worksheet || !wanted(listed)) continue;
        const auto text = context.text(listed.part);
        if (!text) continue;
        LintedSheet sheet =
            lint_sheet(context, listed.name, listed.part, *text, table_heads(context, listed.part));
        sheet.sheet_id = number_attribute(listed.element.tag, "sheetId").value_or(0);
        lint_notes(context, listed.part, *text);
        lint_tables(context, sheet, table_names, table_ids);
        sheets.push_back(std::move(sheet));
    }
    lint_calculation_chain(context, sheets);
    std::ranges::sort(context.faults);
    context.faults.erase(std::ranges::unique(context.faults).begin(), context.faults.end());
    return std::move(context.faults);
}

std::vector<Fault> lint(Package& package) {
    return lint_where(package, true, [](const ListedSheet&) { return true; });
}

std::expected<std::vector<Fault>, cells::Error> new_faults(Package& package) {
    const std::vector<std::string> touched = package.touched();
    const auto is_touched = [&](const ListedSheet& listed) {
        return std::ranges::find(touched, listed.part) != touched.end();
    };
    std::vector<Fault> faults = lint_where(package, false, is_touched);
    if (faults.empty()) return faults; // nearly always: the input need not be looked at
    auto before = package.as_read();
    if (!before) return std::unexpected(std::move(before.error()));
    std::vector<Fault> added;
    std::ranges::set_difference(faults, lint_where(*before, false, is_touched), std::back_inserter(added));
    return added;
}

} // namespace xlsx
