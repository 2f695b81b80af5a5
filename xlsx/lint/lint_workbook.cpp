// Invariants W1, W5 and W6: the list of sheets. Names have a file of their own.
#include "xlsx/lint/lint_context.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

static void lint_sheet_list(LintContext& context, const std::string& part, const WorkbookPart& workbook) {
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
        if (!is_sheet_name(sheet.name))
            context.fault("W5", part, "Excel takes no sheet called '" + sheet.name + "'");
        if (!context.sheet_names.insert(small_letters(sheet.name)).second)
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
    if (const XmlElement* views = root.find("bookViews"))
        for (const XmlElement& view : children(root.text, *views))
            if (number_attribute(view.tag, "activeTab").value_or(0) >= workbook.sheets.size())
                context.fault("W6", part, "The sheet to be shown first is not there");
    if (const XmlElement* caches = root.find("pivotCaches"))
        for (const XmlElement& cache : children(root.text, *caches))
            context.caches.emplace_back(attribute(cache.tag, "cacheId").value_or(""));
}

} // namespace xlsx
