// Invariants P1 to P3 and P6: names of parts and what they are said to hold.
#include "xlsx/lint/lint_context.h"

#include "xlsx/package/zip_directory.h"

#include <algorithm>

namespace xlsx {

static constexpr std::string_view list_of_types = "[content_types].xml";

static bool is_macro_type(std::string_view type) {
    return type.find("macroEnabled") != std::string_view::npos;
}

static void lint_listed_types(LintContext& context, const std::string& part, const XmlOutline& types) {
    std::set<std::string> seen;
    for (const XmlElement& entry : types.children) {
        const bool is_default = entry.name == "Default";
        const std::string named =
            unescape(attribute(entry.tag, is_default ? "Extension" : "PartName").value_or(""));
        const std::string key = folded((is_default ? "*." : "") + named);
        if (!seen.insert(key).second) context.fault("P1", part, "'" + named + "' has two content types");
        if (is_default) continue;
        const std::string name = named.starts_with('/') ? named.substr(1) : named;
        if (folded(name) == list_of_types) {
            context.fault("P2", part, "The list of content types lists itself");
        } else if (!context.package.has(name)) {
            context.fault("P2", part, "'" + named + "' has a content type and is not there");
        }
    }
}

static bool is_part_name(std::string_view name) {
    for (;;) {
        const auto slash = std::min(name.find('/'), name.size());
        const std::string_view segment = name.substr(0, slash);
        if (segment.empty() || segment.ends_with('.') || segment.find('\\') != std::string_view::npos)
            return false;
        if (slash == name.size()) return true;
        name.remove_prefix(slash + 1);
    }
}

void lint_content_types(LintContext& context) {
    const std::string part = "[Content_Types].xml";
    const auto types = context.outline(part);
    if (!types) return;
    lint_listed_types(context, part, *types);
    bool has_macros = false;
    for (const std::string& name : context.parts) {
        const std::string key = folded(name);
        // Excel leaves what it has thrown away in [trash], without a type.
        const bool typed = key != list_of_types && !key.starts_with("[trash]/");
        if (typed && context.package.content_type(name).empty())
            context.fault("P1", name, "The part has no content type");
        if (!is_part_name(name)) context.fault("P6", name, "The part has a name that parts may not have");
        has_macros = has_macros || key.ends_with("vbaproject.bin");
    }
    const std::string& main = context.package.workbook_part();
    const std::string type = context.package.content_type(main);
    const std::string file = folded(context.package.name());
    if (has_macros && !is_macro_type(type))
        context.fault("P3", main, "The workbook holds macros and its content type says that it does not");
    if ((file.ends_with(".xlsx") || file.ends_with(".xltx")) && is_macro_type(type))
        context.fault("P3", main,
                      "The file's name says that it holds no macros, its content type that it may");
}

} // namespace xlsx
