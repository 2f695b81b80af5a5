// Invariants P4 and P5: what points at what.
#include "xlsx/lint/lint_context.h"

#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <array>

namespace xlsx {

// The source of "xl/_rels/workbook.xml.rels".
static std::string source_of(const std::string& relationships_part) {
    std::string source = relationships_part;
    const auto at = folded(source).rfind("_rels/");
    if (at == std::string::npos) return source;
    source.erase(at, 6);
    source.erase(source.size() - 5);
    return source;
}

// "https://", "mailto:", "file:": all but a path. A drive's letter is one, too.
static bool names_a_scheme(std::string_view target) {
    const auto colon = target.find(':');
    return colon != std::string_view::npos && colon < target.find_first_of("/#?");
}

// Whether the path goes up further than its source lies deep.
static bool climbs_out(std::string_view source, std::string_view target) {
    if (target.starts_with('/')) target.remove_prefix(1), source = {};
    auto depth = std::ranges::count(source, '/') + std::ranges::count(source, '\\');
    while (!target.empty()) {
        const auto end = std::min(target.find_first_of("/\\"), target.size());
        const std::string_view segment = target.substr(0, end);
        if (segment == "..")
            --depth;
        else if (!segment.empty() && segment != ".")
            ++depth;
        if (depth < 0) return true;
        target.remove_prefix(std::min(end + 1, target.size()));
    }
    return false;
}

// A default for every ".xml" names no part's type: what Excel reads by kind must have an override.
static bool needs_own_type(const Relationship& one) {
    static constexpr std::array<std::string_view, 8> kinds = {
        "worksheet", "styles", "sharedStrings", "comments", "table", "drawing", "chart", "calcChain"};
    return std::ranges::any_of(kinds, [&](std::string_view kind) { return Package::type_is(one, kind); });
}

void lint_relationships(LintContext& context) {
    for (const std::string& part : context.parts) {
        if (!folded(part).ends_with(".rels")) continue;
        const std::string source = source_of(part);
        std::set<std::string> ids;
        if (!source.empty() && !context.package.has(source))
            context.fault("P4", part, "The part whose relationships these are is not there");
        for (const Relationship& one : context.relationships(source)) {
            if (!ids.insert(one.id).second)
                context.fault("P4", part, "Two relationships have the id '" + one.id + "'");
            // Excel writes NULL for a picture that it has lost.
            if (one.external || one.target.starts_with('#') || one.target == "NULL") continue;
            if (one.target.empty() || names_a_scheme(one.target) || climbs_out(source, one.target)) {
                context.fault("P5", part, "'" + one.id + "' points outside the package and is not external");
                continue;
            }
            const std::string target = Package::resolve(source, one.target.substr(0, one.target.find('#')));
            if (!context.package.has(target))
                context.fault("P4", part, "'" + one.id + "' points at '" + target + "', which is not there");
            else if (needs_own_type(one) && context.package.content_type(target) == "application/xml")
                context.fault("P1", target, "The part has no content type of its own");
        }
    }
}

} // namespace xlsx
