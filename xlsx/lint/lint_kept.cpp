// Invariants of an edit, which need the file as it was read: P9 to P11, W7, Y5.
#include "xlsx/lint/lint_kept.h"

#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace xlsx {

// Lists of formats, to whose entries cells and rules refer by position.
static void lint_appended(LintContext& context, const std::string& part) {
    const auto original = context.package.original(part);
    const auto now = context.outline(part);
    if (!original || !now) return;
    const auto before = outline(*original);
    if (!before) return;
    for (const std::string_view name : {"fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"}) {
        const XmlElement* was = before->find(name);
        const XmlElement* is = now->find(name);
        if (!was) continue;
        if (!is || !is->inner(now->text).starts_with(was->inner(before->text)))
            context.fault("Y5", part, "Of " + std::string(name) + ", some that were there have changed");
    }
}

static std::string_view protection_of(const std::optional<XmlOutline>& workbook) {
    const XmlElement* element = workbook ? workbook->find("workbookProtection") : nullptr;
    return element ? element->tag.raw : std::string_view{};
}

static bool holds_one_of(std::string_view name, std::span<const std::string_view> pieces) {
    return std::ranges::any_of(pieces, [&](std::string_view piece) { return name.find(piece) != name.npos; });
}

// A form control without the cells that it shows and changes, which follow the rows: fmlaLink and its like.
static std::string without_cells(std::string_view control) {
    std::string rest;
    XmlLexer lexer(control);
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        rest += token.opens() ? token.name : token.raw;
        std::string_view body = token.opens() ? token.body : std::string_view();
        while (const auto one = take_attribute(body))
            if (!one->name.starts_with("fmla"))
                rest += " " + std::string(one->name) + "=" + std::string(one->value);
    }
    return rest;
}

// Parts that nobody writes anew. Some go with their sheet; parts that were added are nobody's else.
static void lint_kept_parts(LintContext& context) {
    static constexpr std::array<std::string_view, 2> labels = {"docmetadata/", "docprops/custom.xml"};
    static constexpr std::array<std::string_view, 4> of_workbook = {"vbaproject.bin", "vbaprojectsignature",
                                                                    "externallinks/externallink", "persons/"};
    static constexpr std::array<std::string_view, 6> of_sheets = {
        "printersettings/", "ctrlprops/", "activex/", "embeddings/", "media/", "pivotcacherecords"};
    std::optional<Package> before;
    for (const std::string& part : context.scope.touched) {
        const std::string name = folded(part);
        const bool label = holds_one_of(name, labels);
        const bool own = holds_one_of(name, of_workbook);
        if (!label && !own && !(holds_one_of(name, of_sheets) && context.package.has(part))) continue;
        if (!before) {
            auto opened = context.package.as_read();
            if (!opened) return;
            before = std::move(*opened);
        }
        if (!before->has(part)) continue;
        if (name.find("ctrlprops/") != name.npos) {
            const auto was = before->text(part);
            const auto now = context.package.text(part);
            if (was && now && without_cells(*was) == without_cells(*now)) continue;
        }
        if (label)
            context.fault("P10", part, "The part is not what it was");
        else
            context.fault("P11", part, "The part is not what it was");
    }
}

// What a custom part holds is rewritten by an edit of ours alone, over an earlier one; the formats at the end
// are those of that edit then, and may go.
static bool edited_before(const LintContext& context) {
    return std::ranges::any_of(context.scope.touched, [&](const std::string& part) {
        return folded(part).starts_with("customxml/item") && context.package.original(part);
    });
}

void lint_kept(LintContext& context) {
    if (context.scope.touched.empty()) return;
    const std::string styles = context.of_workbook("styles");
    const std::string& workbook = context.package.workbook_part();
    lint_kept_parts(context);
    for (const std::string& part : context.scope.touched) {
        if (part == styles && !edited_before(context)) lint_appended(context, part);
        if (part != workbook) continue;
        const auto original = context.package.original(part);
        if (!original) continue;
        if (protection_of(outline(*original)) != protection_of(context.outline(part)))
            context.fault("W7", part, "The workbook's protection is not what it was");
    }
    for (const std::string& part : context.parts)
        if (folded(part).starts_with("_xmlsignatures/") && part.ends_with(".xml"))
            context.fault("P9", part, "The workbook was edited after it was signed");
}

} // namespace xlsx
