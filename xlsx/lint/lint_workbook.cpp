// Invariants W1 to W6 and the styles' own (Y1 to Y3): what sheets and cells refer to by number or name.
#include "xlsx/edit/element_order.h"
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

static std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

static void lint_sheet_list(LintContext& context, const std::string& part, const WorkbookPart& workbook) {
    std::set<std::string> names;
    std::set<std::string> ids;
    std::set<std::string_view> relationship_ids;
    bool any_visible = false;
    const auto related = context.relationships(part);
    for (const ListedSheet& sheet : workbook.sheets) {
        const std::string id(attribute(sheet.element.tag, "sheetId").value_or(""));
        const auto relationship = attribute_local(sheet.element.tag, "id").value_or("");
        if (!ids.insert(id).second) context.fault("W1", part, "Two sheets have the number " + id);
        if (!relationship.empty()) {
            if (!relationship_ids.insert(relationship).second)
                context.fault("W1", part, "Two sheets are one part ('" + std::string(relationship) + "')");
            if (std::ranges::find(related, relationship, &Relationship::id) == related.end())
                context.fault("P4", part, "Sheet '" + sheet.name + "' uses a relationship that is not there");
        }
        if (sheet.name.empty() || utf16_units(sheet.name) > 31
            || sheet.name.find_first_of("\\/?*[]:") != std::string::npos || sheet.name.starts_with('\'')
            || sheet.name.ends_with('\''))
            context.fault("W5", part, "Excel takes no sheet called '" + sheet.name + "'");
        if (!names.insert(folded(sheet.name)).second)
            context.fault("W5", part, "Two sheets are called '" + sheet.name + "'");
        any_visible = any_visible || attribute(sheet.element.tag, "state").value_or("visible") == "visible";
    }
    if (!any_visible) context.fault("W6", part, "No sheet is visible");
}

void lint_workbook(LintContext& context, const WorkbookPart& workbook) {
    const std::string& part = context.package.workbook_part();
    const XmlOutline& root = workbook.outline;
    lint_order(context, part, root, workbook_order);
    lint_sheet_list(context, part, workbook);
    if (const XmlElement* names = root.find("definedNames")) {
        std::set<std::string> seen;
        for (const XmlElement& name : children(root.text, *names)) {
            const std::string text = unescape(attribute(name.tag, "name").value_or(""));
            const auto scope = number_attribute(name.tag, "localSheetId");
            if (!seen.insert(folded(text) + (scope ? "|" + std::to_string(*scope) : "")).second)
                context.fault("W3", part, "The name '" + text + "' is defined twice");
            if (text.empty() || name.inner(root.text).empty())
                context.fault("W3", part, "The name '" + text + "' is empty or stands for nothing");
            if (scope && *scope >= workbook.sheets.size())
                context.fault("W2", part, "The name '" + text + "' belongs to a sheet that is not there");
        }
    }
    if (const XmlElement* views = root.find("bookViews"))
        for (const XmlElement& view : children(root.text, *views))
            if (number_attribute(view.tag, "activeTab").value_or(0) >= workbook.sheets.size())
                context.fault("W6", part, "The sheet to be shown first is not there");
}

static void lint_format_indexes(LintContext& context, const std::string& part, const XmlOutline& styles) {
    const auto count = [&](std::string_view name) {
        const XmlElement* list = styles.find(name);
        return list ? children(styles.text, *list).size() : 0;
    };
    const std::size_t fonts = count("fonts");
    const std::size_t fills = count("fills");
    const std::size_t borders = count("borders");
    const std::size_t named = count("cellStyleXfs");
    for (const std::string_view list_name : {"cellStyleXfs", "cellXfs"}) {
        const XmlElement* list = styles.find(list_name);
        if (!list) continue;
        std::size_t index = 0;
        for (const XmlElement& format : children(styles.text, *list)) {
            const auto within = [&](std::string_view name, std::size_t limit) {
                if (number_attribute(format.tag, name).value_or(0) >= std::max<std::size_t>(limit, 1))
                    context.fault("Y1", part,
                                  std::string(list_name) + " " + std::to_string(index) + " has a "
                                      + std::string(name) + " that is not there");
            };
            within("fontId", fonts);
            within("fillId", fills);
            within("borderId", borders);
            if (list_name == "cellXfs") within("xfId", named);
            ++index;
        }
    }
}

// The traits of a differential format come in one order; another one costs the whole part its repair.
static void lint_differentials(LintContext& context, const std::string& part, const XmlOutline& styles) {
    static constexpr std::string_view order[] = {"font",   "numFmt",     "fill",  "alignment",
                                                 "border", "protection", "extLst"};
    const XmlElement* list = styles.find("dxfs");
    if (!list) return;
    std::size_t index = 0;
    for (const XmlElement& format : children(styles.text, *list)) {
        auto least = std::begin(order);
        for (const XmlElement& trait : children(styles.text, format)) {
            const auto at = std::find(std::begin(order), std::end(order), trait.name);
            if (at == std::end(order)) continue;
            if (at < least)
                context.fault("Y2", part,
                              "dxf " + std::to_string(index) + " has its " + std::string(trait.name)
                                  + " in the wrong place");
            least = at;
        }
        ++index;
    }
}

void lint_styles(LintContext& context) {
    const auto part = related_part(context.package, context.package.workbook_part(), "styles");
    if (!part || part->empty()) {
        context.cell_formats = 1;
        return;
    }
    const auto styles = context.outline(*part);
    if (!styles) return;
    lint_order(context, *part, *styles, styles_order);
    for (const std::string_view name :
         {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}) {
        const XmlElement* list = styles->find(name);
        if (!list) continue;
        const auto size = static_cast<std::uint32_t>(children(styles->text, *list).size());
        if (number_attribute(list->tag, "count").value_or(size) != size)
            context.fault("S13", *part, "The count of " + std::string(name) + " is not how many there are");
        if (name == "cellXfs") context.cell_formats = size;
        if (name == "dxfs") context.differentials = size;
    }
    lint_format_indexes(context, *part, *styles);
    lint_differentials(context, *part, *styles);
}

} // namespace xlsx
