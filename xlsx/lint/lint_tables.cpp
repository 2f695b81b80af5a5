// Invariants T1 to T7 and M3: tables, and what may not lie across them.
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Address;
using cells::Range;

static std::optional<Range> range_of(const XmlToken& tag) {
    return cells::parse_range(attribute(tag, "ref").value_or(""));
}

static std::optional<Range> head_of(const XmlOutline& table) {
    const auto range = range_of(table.root.tag);
    if (!range || number_attribute(table.root.tag, "headerRowCount").value_or(1) == 0) return std::nullopt;
    return Range{range->first, {range->first.row, range->last.column}};
}

static std::vector<std::string> tables_of(LintContext& context, const std::string& sheet_part) {
    return related_parts(context.package, sheet_part, "table").value_or(std::vector<std::string>{});
}

std::vector<Range> table_heads(LintContext& context, const std::string& sheet_part) {
    std::vector<Range> heads;
    for (const std::string& part : tables_of(context, sheet_part))
        if (const auto table = context.outline(part))
            if (const auto head = head_of(*table)) heads.push_back(*head);
    return heads;
}

namespace {

class TableLinter {
public:
    TableLinter(LintContext& context, const LintedSheet& sheet, const std::string& part,
                const XmlOutline& table, const Range& range)
        : context_(context), sheet_(sheet), part_(part), table_(table), range_(range) {}

    void lint() {
        check_columns();
        check_filter();
        for (const Range& merge : sheet_.merges)
            if (overlap(merge, range_))
                context_.fault("M3", sheet_.part, "Merge " + to_text(merge) + " lies in a table");
        if (sheet_.filter && overlap(*sheet_.filter, range_))
            context_.fault("T7", sheet_.part, "The sheet's own filter lies in a table");
    }

private:
    void fault(InvariantId invariant, std::string what) { context_.fault(invariant, part_, std::move(what)); }

    void check_columns() {
        const XmlElement* list = table_.find("tableColumns");
        if (!list) return;
        const auto columns = children(table_.text, *list);
        if (columns.size() != range_.last.column - range_.first.column + 1)
            fault("T3", "The table has more or fewer columns than its range");
        const auto size = static_cast<std::uint32_t>(columns.size());
        if (number_attribute(list->tag, "count").value_or(size) != size)
            fault("S13", "The count of tableColumns is not how many there are");
        std::set<std::string> names;
        std::set<std::uint32_t> ids;
        Address at = range_.first;
        for (const XmlElement& column : columns) {
            const std::string name = decode_xstring(unescape(attribute(column.tag, "name").value_or("")));
            const bool taken = !names.insert(small_letters(name)).second;
            if (taken) fault("T5", "Two columns are called '" + name + "'");
            if (!ids.insert(number_attribute(column.tag, "id").value_or(0)).second)
                fault("T3", "Two columns have one id");
            check_formats(column);
            if (!taken && head_of(table_)) check_head(at, name);
            ++at.column;
        }
    }

    void check_head(Address at, const std::string& name) {
        if (sheet_.unknown_heads.contains(at) || !sheet_.walked.contains(at)) return;
        const auto text = sheet_.head_texts.find(at);
        if (text == sheet_.head_texts.end() || text->second != name)
            fault("T4", "Cell " + to_text(at) + " does not say '" + name + "' as its column does");
    }

    void check_formats(const XmlElement& column) {
        for (const std::string_view trait : {"dataDxfId", "headerRowDxfId", "totalsRowDxfId"}) {
            const auto format = number_attribute(column.tag, trait);
            if (format && *format >= context_.differentials)
                fault("D1", "A column uses dxf " + std::to_string(*format) + ", which is not there");
        }
    }

    void check_filter() {
        const XmlElement* filter = table_.find("autoFilter");
        if (!filter) return;
        Range expected = range_;
        expected.last.row -= std::min(number_attribute(table_.root.tag, "totalsRowCount").value_or(0),
                                      range_.last.row - range_.first.row);
        if (!head_of(table_) || range_of(filter->tag) != expected)
            fault("T6", "The table's filter does not cover its head and rows");
    }

    LintContext& context_;
    const LintedSheet& sheet_;
    const std::string& part_;
    const XmlOutline& table_;
    const Range& range_;
};

} // namespace

void lint_tables(LintContext& context, const LintedSheet& sheet, const XmlOutline& outline) {
    const auto parts = tables_of(context, sheet.part);
    if (parts.empty()) return;
    std::vector<std::string> listed;
    if (const XmlElement* list = outline.find("tableParts"))
        for (const XmlElement& entry : children(outline.text, *list))
            listed.push_back(
                part_of_id(context.package, sheet.part, attribute_local(entry.tag, "id").value_or(""))
                    .value_or(std::string()));
    const auto is_in = [](const std::vector<std::string>& list, const std::string& part) {
        return std::ranges::find(list, part) != list.end();
    };
    // An entry that leads elsewhere is told of where it is read (P4).
    const bool all_lead =
        std::ranges::all_of(listed, [&](const std::string& part) { return is_in(parts, part); });
    std::vector<Range> ranges;
    for (const std::string& part : parts) {
        if (all_lead && !is_in(listed, part))
            context.fault("T1", part, "The table is not listed on its sheet");
        const auto table = context.outline(part);
        if (!table) continue;
        const auto range = range_of(table->root.tag);
        if (!range) {
            context.fault("T3", part, "The table has no range");
            continue;
        }
        if (std::ranges::any_of(ranges, [&](const Range& other) { return overlap(other, *range); }))
            context.fault("T7", part, "The table overlaps another");
        ranges.push_back(*range);
        TableLinter(context, sheet, part, *table, *range).lint();
    }
}

void lint_table_names(LintContext& context) {
    if (!context.scope.takes_any("tables/")) return;
    std::set<std::uint32_t> ids;
    for (const std::string& part : context.parts) {
        const std::string name = folded(part);
        if (name.find("tables/") == std::string::npos || name.find("/pivot") != std::string::npos
            || name.find("_rels/") != std::string::npos || name.find("querytable") != std::string::npos)
            continue;
        const auto table = context.outline(part);
        if (!table || table->root.tag.local() != "table") continue;
        const std::string called = unescape(attribute(table->root.tag, "displayName").value_or(""));
        const auto id = number_attribute(table->root.tag, "id");
        if (!id || !ids.insert(*id).second)
            context.fault("T1", part, "The table's number is missing or taken");
        const std::string key = small_letters(called);
        if (called.empty() || called.find(' ') != std::string::npos || cells::parse_address(called)
            || context.defined_names.contains(key) || !context.table_names.insert(key).second)
            context.fault("T2", part, "The table's name '" + called + "' is taken or no name");
    }
}

} // namespace xlsx
