// Invariants T1 to T6 (tables) and K1 and K2 (the calculation chain).
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Address;
using cells::Range;

static std::optional<Range> head_of(const XmlOutline& table) {
    const auto range = cells::parse_range(attribute(table.root.tag, "ref").value_or(""));
    if (!range || number_attribute(table.root.tag, "headerRowCount").value_or(1) == 0) return std::nullopt;
    return Range{range->first, {range->first.row, range->last.column}};
}

std::vector<Range> table_heads(LintContext& context, const std::string& sheet_part) {
    std::vector<Range> heads;
    const auto parts = related_parts(context.package, sheet_part, "table");
    for (const std::string& part : parts.value_or(std::vector<std::string>{}))
        if (const auto table = context.outline(part))
            if (const auto head = head_of(*table)) heads.push_back(*head);
    return heads;
}

static void lint_table_columns(LintContext& context, const LintedSheet& sheet, const std::string& part,
                               const XmlOutline& table, const Range& range) {
    const XmlElement* list = table.find("tableColumns");
    if (!list) return;
    const auto columns = children(table.text, *list);
    if (columns.size() != range.last.column - range.first.column + 1)
        context.fault("T3", part, "The table has more or fewer columns than its range");
    if (number_attribute(list->tag, "count").value_or(static_cast<std::uint32_t>(columns.size()))
        != columns.size())
        context.fault("S13", part, "The count of tableColumns is not how many there are");
    const auto head = head_of(table);
    std::set<std::string> names;
    Address at = range.first;
    for (const XmlElement& column : columns) {
        const std::string name = decode_xstring(unescape(attribute(column.tag, "name").value_or("")));
        if (!names.insert(folded(name)).second)
            context.fault("T5", part, "Two columns are called '" + name + "'");
        if (head && context.strings) {
            const auto text = sheet.head_texts.find(at);
            if (text == sheet.head_texts.end() || text->second != name)
                context.fault("T4", part,
                              "Cell " + to_text(at) + " does not say '" + name + "' as its column does");
        }
        ++at.column;
    }
}

void lint_tables(LintContext& context, const LintedSheet& sheet, std::set<std::string>& names,
                 std::set<std::uint32_t>& ids) {
    const auto parts = related_parts(context.package, sheet.part, "table");
    for (const std::string& part : parts.value_or(std::vector<std::string>{})) {
        const auto table = context.outline(part);
        if (!table) continue;
        const std::string name = unescape(attribute(table->root.tag, "displayName").value_or(""));
        const auto id = number_attribute(table->root.tag, "id");
        if (!id || !ids.insert(*id).second)
            context.fault("T1", part, "The table's number is missing or taken");
        if (name.empty() || name.find(' ') != std::string::npos || !names.insert(folded(name)).second)
            context.fault("T2", part, "The table's name '" + name + "' is taken or no name");
        const auto range = cells::parse_range(attribute(table->root.tag, "ref").value_or(""));
        if (!range) {
            context.fault("T3", part, "The table has no range");
            continue;
        }
        lint_table_columns(context, sheet, part, *table, *range);
        const XmlElement* filter = table->find("autoFilter");
        const auto filtered =
            filter ? cells::parse_range(attribute(filter->tag, "ref").value_or("")) : std::nullopt;
        Range expected = *range;
        expected.last.row -= std::min(number_attribute(table->root.tag, "totalsRowCount").value_or(0),
                                      range->last.row - range->first.row);
        if (filter && (!head_of(*table) || filtered != expected))
            context.fault("T6", part, "The table's filter does not cover its head and rows");
        for (const Range& merge : sheet.merges)
            if (merge.first.row <= range->last.row && range->first.row <= merge.last.row
                && merge.first.column <= range->last.column && range->first.column <= merge.last.column)
                context.fault("M3", sheet.part, "Merge " + to_text(merge) + " lies in a table");
    }
}

void lint_calculation_chain(LintContext& context, const std::vector<LintedSheet>& sheets) {
    const auto part = related_part(context.package, context.package.workbook_part(), "calcChain");
    if (!part || part->empty()) return;
    const auto chain = context.outline(*part);
    if (!chain) return;
    if (chain->children.empty()) context.fault("K2", *part, "The calculation chain is empty");
    std::uint32_t sheet_id = 0;
    for (const XmlElement& entry : chain->children) {
        sheet_id = number_attribute(entry.tag, "i").value_or(sheet_id);
        const auto sheet = std::ranges::find(sheets, sheet_id, &LintedSheet::sheet_id);
        if (sheet == sheets.end()) continue;
        const auto at = cells::parse_address(attribute(entry.tag, "r").value_or("")).value_or(Address{});
        const bool in_array =
            std::ranges::any_of(sheet->arrays, [&](const Range& range) { return range.contains(at); });
        if (!sheet->formulas.contains(at) && !in_array)
            context.fault("K1", *part,
                          "The chain lists " + sheet->name + "!" + to_text(at) + ", which has no formula");
    }
}

} // namespace xlsx
