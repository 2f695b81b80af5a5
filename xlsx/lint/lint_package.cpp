// Invariants P1 to P8: content types, relationships, document properties.
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

static constexpr std::string_view content_types_part = "[Content_Types].xml";

static bool is_macro_type(std::string_view type) {
    return type.find("macroEnabled") != std::string_view::npos;
}

void lint_content_types(LintContext& context) {
    const std::string part(content_types_part);
    const auto types = context.outline(part);
    if (!types) return;
    std::set<std::string> seen;
    for (const XmlElement& entry : types->children) {
        const bool is_default = entry.name == "Default";
        const std::string named =
            unescape(attribute(entry.tag, is_default ? "Extension" : "PartName").value_or(""));
        const std::string key = folded((is_default ? "*." : "") + named);
        if (!seen.insert(key).second) context.fault("P1", part, "'" + named + "' has two content types");
        if (is_default) continue;
        const std::string name = named.starts_with('/') ? named.substr(1) : named;
        if (folded(name) == folded(content_types_part)) {
            context.fault("P2", part, "The list of content types lists itself");
        } else if (!context.package.has(name)) {
            context.fault("P2", part, "'" + named + "' has a content type and is not there");
        }
    }
    bool has_macros = false;
    for (const std::string& name : context.package.parts()) {
        // Excel leaves what it has thrown away in [trash], without a type.
        const bool typed = folded(name) != folded(content_types_part) && !name.starts_with("[trash]/");
        if (typed && context.package.content_type(name).empty())
            context.fault("P1", name, "The part has no content type");
        has_macros = has_macros || folded(name).ends_with("vbaproject.bin");
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

// The source of "xl/_rels/workbook.xml.rels".
static std::string source_of(const std::string& relationships_part) {
    std::string source = relationships_part;
    const auto at = folded(source).rfind("_rels/");
    if (at == std::string::npos) return source;
    source.erase(at, 6);
    source.erase(source.size() - 5);
    return source;
}

void lint_relationships(LintContext& context) {
    for (const std::string& part : context.package.parts()) {
        if (!folded(part).ends_with(".rels")) continue;
        const std::string source = source_of(part);
        std::set<std::string> ids;
        for (const Relationship& one : context.relationships(source)) {
            if (!ids.insert(one.id).second)
                context.fault("P4", part, "Two relationships have the id '" + one.id + "'");
            // Excel writes NULL for a picture that it has lost.
            if (one.external || one.target.starts_with('#') || one.target == "NULL") continue;
            const std::string target = Package::resolve(source, one.target.substr(0, one.target.find('#')));
            if (!context.package.has(target))
                context.fault("P4", part, "'" + one.id + "' points at '" + target + "', which is not there");
        }
    }
}

void lint_properties(LintContext& context) {
    const auto part = related_part(context.package, "", "extended-properties");
    if (!part || part->empty()) return;
    const auto root = context.outline(*part);
    if (!root) return;
    const auto vector_of = [&](std::string_view name) -> std::optional<XmlElement> {
        const XmlElement* element = root->find(name);
        if (!element) return std::nullopt;
        const auto inside = children(root->text, *element);
        return inside.empty() ? std::nullopt : std::optional(inside.front());
    };
    const auto pairs = vector_of("HeadingPairs");
    const auto titles = vector_of("TitlesOfParts");
    if (!pairs || !titles) return;
    const auto listed = children(root->text, *titles).size();
    std::size_t counted = 0;
    const auto variants = children(root->text, *pairs);
    for (const XmlElement& variant : variants)
        for (const XmlElement& value : children(root->text, variant))
            if (value.name == "i4") counted += number_of(value.inner(root->text)).value_or(0);
    if (counted != listed)
        context.fault("P8", *part, "The counts of titles do not add up to the titles that are listed");
    if (number_attribute(titles->tag, "size").value_or(0) != listed
        || number_attribute(pairs->tag, "size").value_or(0) != variants.size())
        context.fault("P8", *part, "A list is said to be longer or shorter than it is");
}

} // namespace xlsx
