// Invariants P8 to P10: document properties, signatures, sensitivity labels.
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <numeric>

namespace xlsx {

// The vector that an element of the properties holds.
static std::optional<XmlElement> vector_in(const XmlOutline& properties, std::string_view name) {
    const XmlElement* element = properties.find(name);
    if (!element) return std::nullopt;
    const auto inside = children(properties.text, *element);
    return inside.empty() ? std::nullopt : std::optional(inside.front());
}

void lint_properties(LintContext& context, const WorkbookPart& workbook) {
    const auto part = related_part(context.package, "", "extended-properties");
    if (!part || part->empty()) return;
    const auto root = context.outline(*part);
    if (!root) return;
    const auto pairs = vector_in(*root, "HeadingPairs");
    const auto titles = vector_in(*root, "TitlesOfParts");
    if (!pairs || !titles) return;
    std::set<std::string> listed;
    const auto entries = children(root->text, *titles);
    for (const XmlElement& title : entries) listed.insert(small_letters(unescape(title.inner(root->text))));
    std::vector<std::uint32_t> counts; // of worksheets first
    const auto variants = children(root->text, *pairs);
    for (const XmlElement& variant : variants)
        for (const XmlElement& value : children(root->text, variant))
            if (value.name == "i4") counts.push_back(number_of(value.inner(root->text)).value_or(0));
    const std::size_t counted = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    const bool adds_up = counted == entries.size();
    const bool sized = number_attribute(titles->tag, "size").value_or(0) == entries.size()
                       && number_attribute(pairs->tag, "size").value_or(0) == variants.size();
    if (!adds_up)
        context.fault("P8", *part, "The counts of titles do not add up to the titles that are listed");
    if (!sized) context.fault("P8", *part, "A list is said to be longer or shorter than it is");
    // Lists that are not sound are left alone by our own edits, so sheets may be missing from those.
    if (!adds_up || !sized || entries.empty()) return;
    // Excel leaves out macro sheets, and those that only macros can show.
    const auto is_missing = [&](const ListedSheet& sheet) {
        return sheet.worksheet && is_sheet_name(sheet.name)
               && attribute(sheet.element.tag, "state") != "veryHidden"
               && !listed.contains(small_letters(sheet.name));
    };
    if (std::ranges::any_of(workbook.sheets, is_missing)
        || (!counts.empty() && counts.front() > workbook.sheets.size()))
        context.fault("P8", *part, "The titles are not those of the sheets");
}

// What each reference of a signature is about must be there, in the type that was signed.
static void lint_signature(LintContext& context, const std::string& part) {
    const auto text = context.text(part);
    if (!text) return;
    XmlLexer lexer(*text);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (!token.opens("Reference")) continue;
        const std::string uri = unescape(attribute(token, "URI").value_or(""));
        if (!uri.starts_with('/')) continue;
        const std::string signed_part = uri.substr(1, uri.find('?') - 1);
        const auto type = uri.find("?ContentType=");
        if (!context.package.has(signed_part)
            || (type != std::string::npos
                && context.package.content_type(signed_part) != uri.substr(type + 13)))
            context.fault("P9", part,
                          "'" + signed_part + "' was signed and is not there, or of another type");
    }
}

void lint_protection(LintContext& context) {
    const auto roots = context.relationships("");
    const bool has_origin = std::ranges::any_of(roots, [](const Relationship& one) {
        return Package::type_is(one, "digital-signature/origin")
               || one.type.ends_with("digital-signature/origin");
    });
    const auto is_root_target = [&](const std::string& part) {
        return std::ranges::any_of(roots, [&](const Relationship& one) {
            return folded(Package::resolve("", one.target)) == folded(part);
        });
    };
    for (const std::string& part : context.parts) {
        const std::string name = folded(part);
        if (name.starts_with("_xmlsignatures/") && name.ends_with(".xml")) {
            if (!has_origin)
                context.fault("P9", part, "The signature is not related to the package any more");
            lint_signature(context, part);
        }
        if (name.starts_with("docmetadata/") && name.find("_rels/") == std::string::npos
            && !is_root_target(part))
            context.fault("P10", part, "The sensitivity label is not related to the package");
    }
}

} // namespace xlsx
