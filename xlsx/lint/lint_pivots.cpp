// Invariants Q1 and Q2: pivot tables and where they take their figures from.
#include "xlsx/lint/lint_context.h"

#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

static void lint_source(LintContext& context, const std::string& part, const XmlOutline& cache) {
    const XmlElement* source = cache.find("cacheSource");
    if (!source || attribute(source->tag, "type") != "worksheet") return;
    for (const XmlElement& where : children(cache.text, *source)) {
        if (where.name != "worksheetSource" || attribute_local(where.tag, "id")) continue;
        const std::string sheet = unescape(attribute(where.tag, "sheet").value_or(""));
        const std::string name = small_letters(unescape(attribute(where.tag, "name").value_or("")));
        const auto ref = attribute(where.tag, "ref");
        // A pivot table outlives its source, until it is refreshed.
        const bool needed = true_attribute(cache.root.tag, "refreshOnLoad");
        if (needed && !sheet.empty() && !context.sheet_names.contains(small_letters(sheet)))
            context.fault("Q2", part, "The source's sheet '" + sheet + "' is not there");
        if (ref && !is_range_list(*ref)) context.fault("Q2", part, "The source is no range");
        if (needed && !name.empty() && context.scope.all && !context.table_names.contains(name)
            && !context.defined_names.contains(name))
            context.fault("Q2", part, "The source '" + name + "' is neither a table nor a name");
    }
}

void lint_pivots(LintContext& context) {
    for (const std::string& part : context.parts) {
        const std::string name = folded(part);
        if (!context.scope.takes(part) || name.find("pivot") == std::string::npos || !name.ends_with(".xml")
            || name.find("records") != std::string::npos)
            continue;
        const auto pivot = context.outline(part);
        if (!pivot) continue;
        if (pivot->root.tag.local() == "pivotCacheDefinition") lint_source(context, part, *pivot);
        if (pivot->root.tag.local() != "pivotTableDefinition") continue;
        const std::string cache(attribute(pivot->root.tag, "cacheId").value_or(""));
        if (std::ranges::find(context.caches, cache) == context.caches.end())
            context.fault("Q1", part, "The pivot table's cache is not listed in the workbook");
    }
}

} // namespace xlsx
