#include "engine/framework/compile_parts.h"
#include "engine/framework/layout_fields.h"
#include "engine/layout/find_table.h"

#include <algorithm>

namespace engine {

using By = LayoutField::By;

static const LayoutField* field_of(std::span<const LayoutField> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &LayoutField::name);
    return found == fields.end() ? nullptr : &*found;
}

static bool holds(const LayoutColumn& column, std::string_view placeholder) {
    const auto has = [&](const std::string& pattern) {
        return pattern.find(placeholder) != std::string::npos;
    };
    return std::ranges::any_of(column.headings, has) || std::ranges::any_of(column.parents, has);
}

/// Braces hold {year} and {quarter}, and nothing else.
static void check_placeholders(Section& section, std::string_view key,
                               const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns)
        for (std::size_t open = pattern.find('{'); open != std::string::npos;
             open = pattern.find('{', open + 1)) {
            const std::string_view rest = std::string_view(pattern).substr(open);
            if (!rest.starts_with("{year}") && !rest.starts_with("{quarter}"))
                section.fault(key, "\"" + pattern + "\" has a placeholder that is not known",
                              "Write {year} or {quarter}");
        }
}

static void check_family(Section& section, const LayoutColumn& column, const LayoutField& field) {
    if (field.by != By::once && !holds(column, "{year}"))
        section.fault("field",
                      "\"" + column.field
                          + "\" is told apart by year, and neither headings nor "
                            "parents hold {year}",
                      "Add {year} where the workbook names the year");
    if (field.by == By::quarter && !holds(column, "{quarter}"))
        section.fault("field",
                      "\"" + column.field
                          + "\" is told apart by quarter, and neither headings nor "
                            "parents hold {quarter}",
                      "Add {quarter} where the workbook names the quarter");
    if (column.output && !field.writable)
        section.fault("output", "Outturn never writes \"" + column.field + "\"", "Remove output");
}

/// Two columns that say the same under the same cannot be told apart.
static void check_distinct(Section& section, const LayoutColumn& column,
                           const std::vector<LayoutColumn>& before) {
    const auto share = [](const std::vector<std::string>& a, const std::vector<std::string>& b) {
        return std::ranges::any_of(a, [&](const std::string& one) {
            return std::ranges::any_of(b, [&](const std::string& two) { return folded(one) == folded(two); });
        });
    };
    for (const LayoutColumn& other : before)
        if (share(column.headings, other.headings)
            && ((column.parents.empty() && other.parents.empty()) || share(column.parents, other.parents)))
            section.fault("headings", "A column with this heading is \"" + other.field + "\" already",
                          "Give each column headings of its own, or parents that tell them apart");
}

static std::vector<LayoutColumn> compile_columns(Section& owner, std::string_view key,
                                                 std::span<const LayoutField> fields) {
    std::vector<std::string> names;
    for (const LayoutField& field : fields) names.emplace_back(field.name);
    std::vector<LayoutColumn> columns;
    for (Section& section : owner.tables(key, "a column of " + owner.name())) {
        LayoutColumn column;
        column.field = section.text("field");
        column.headings = section.texts("headings");
        column.parents = section.texts_or_none("parents");
        column.required = section.truth_or("required", false);
        column.output = section.truth_or("output", false);
        check_placeholders(section, "headings", column.headings);
        check_placeholders(section, "parents", column.parents);
        check_distinct(section, column, columns);
        if (const LayoutField* field = field_of(fields, column.field))
            check_family(section, column, *field);
        else if (!column.field.empty())
            section.fault("field", "\"" + column.field + "\" is no field of " + owner.name(),
                          nearest_or_all(column.field, names, "Its fields are "));
        columns.push_back(std::move(column));
    }
    for (const LayoutField& field : fields)
        if (field.needed && std::ranges::find(columns, field.name, &LayoutColumn::field) == columns.end())
            owner.fault(key, owner.name() + " has no column for \"" + std::string(field.name) + "\"",
                        "Add one with its headings");
    return columns;
}

static LayoutTable compile_table(Section& section, std::span<const LayoutField> fields, std::string id) {
    LayoutTable table;
    table.id = std::move(id);
    table.name = section.text("name");
    table.key = section.text("key");
    table.sheets = section.texts_or_none("sheets");
    table.totals = section.texts_or_none("totals");
    table.required = section.truth_or("required", true);
    table.columns = compile_columns(section, "columns", fields);
    if (!table.key.empty()
        && std::ranges::find(table.columns, table.key, &LayoutColumn::field) == table.columns.end())
        section.fault("key", "The key \"" + table.key + "\" is no column of the table",
                      "Name the field that makes a row a record, as ref");
    return table;
}

static Layout compile_layout(Section& top, std::string_view id) {
    const std::string name(id);
    Section section = top.table(id, "[" + name + "]");
    Layout layout;
    layout.id = name;
    layout.name = section.text("name");
    layout.template_versions = section.texts_or_none("template_versions");
    {
        Section cover = section.table("cover", "[" + name + ".cover]");
        layout.cover.id = "cover";
        layout.cover.name = cover.text("name");
        layout.cover.sheets = cover.texts_or_none("sheets");
        for (const LayoutPart& part : layout_parts())
            if (part.layout == id && part.part == "cover")
                layout.cover.fields = compile_columns(cover, "fields", part.fields);
    }
    std::vector<std::pair<std::string_view, const LayoutPart*>> parts;
    for (const LayoutPart& part : layout_parts())
        if (part.layout == id && part.part != "cover") parts.emplace_back(part.part, &part);
    std::vector<std::string> ids;
    for (Section& table : section.tables("table", "[[" + name + ".table]]")) {
        const auto part = table.choice("id", parts);
        if (!part) {
            table.leave_rest();
            continue;
        }
        name_once(table, "id", std::string((*part)->part), ids);
        layout.tables.push_back(compile_table(table, (*part)->fields, std::string((*part)->part)));
    }
    for (const std::string_view needed : {"indicators", "actions"})
        if (std::ranges::find(layout.tables, needed, &LayoutTable::id) == layout.tables.end())
            section.fault("table", "[" + name + "] has no table of id \"" + std::string(needed) + "\"",
                          "Add a [[" + name + ".table]] for it");
    return layout;
}

void compile_layouts(Section& top, Framework& framework) {
    framework.plan = compile_layout(top, "plan");
    framework.returned = compile_layout(top, "return");
}

} // namespace engine
