// Invariants of what stands on a sheet besides its cells: S1, S2, S8 of columns, S10, S13 to S15, M1 and M2,
// H1, N3, and P4 of what the elements point at.
#include "xlsx/lint/lint_words.h"

#include "xlsx/edit/element_order.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <array>

namespace xlsx {

using cells::Range;

namespace {

class SheetLinter {
public:
    SheetLinter(LintContext& context, LintedSheet& sheet, const XmlOutline& outline)
        : context_(context), sheet_(sheet), outline_(outline), related_(context.relationships(sheet.part)) {}

    void lint() {
        std::uint32_t last_column = 0;
        for (const XmlElement& child : outline_.children) {
            const std::string_view name = child.name;
            if (name == "sheetData") continue;
            check_id(child);
            if (name == "dimension") check_dimension(child);
            if (name == "sheetViews") check_views(child);
            if (name == "autoFilter")
                sheet_.filter = cells::parse_range(attribute(child.tag, "ref").value_or(""));
            if (!is_list(name)) continue;
            const auto entries = children(outline_.text, child);
            check_list(child, entries.size());
            if (name == "cols") check_columns(entries, last_column);
            if (name == "mergeCells") check_merges(entries);
            if (name == "hyperlinks") check_links(entries);
            if (name == "tableParts")
                for (const XmlElement& entry : entries) check_id(entry);
        }
        const auto drawing = id_of("legacyDrawing");
        const auto header = id_of("legacyDrawingHF");
        if (drawing && header && target_of(*drawing) == target_of(*header))
            fault("N3", "Notes and header pictures share a drawing");
    }

private:
    void fault(InvariantId invariant, std::string what) {
        context_.fault(invariant, sheet_.part, std::move(what));
    }

    static bool is_list(std::string_view name) {
        static constexpr std::array<std::string_view, 8> lists = {"cols",
                                                                  "mergeCells",
                                                                  "hyperlinks",
                                                                  "conditionalFormatting",
                                                                  "dataValidations",
                                                                  "protectedRanges",
                                                                  "ignoredErrors",
                                                                  "tableParts"};
        return std::ranges::find(lists, name) != lists.end();
    }

    void check_list(const XmlElement& list, std::size_t size) {
        // Excel itself writes empty lists of table parts.
        if (size == 0 && list.name != "tableParts") fault("S2", "An empty " + std::string(list.name));
        const bool counted =
            list.name == "mergeCells" || list.name == "dataValidations" || list.name == "tableParts";
        if (counted && number_attribute(list.tag, "count").value_or(static_cast<std::uint32_t>(size)) != size)
            fault("S13", "The count of " + std::string(list.name) + " is not how many there are");
    }

    void check_dimension(const XmlElement& dimension) {
        const auto ref = attribute(dimension.tag, "ref");
        if (ref && !is_range_list(*ref))
            fault("S14", "The dimension '" + std::string(*ref) + "' is no range");
    }

    void check_views(const XmlElement& views) {
        for (const XmlElement& view : children(outline_.text, views))
            sheet_.selected = sheet_.selected || true_attribute(view.tag, "tabSelected");
    }

    void check_columns(const std::vector<XmlElement>& columns, std::uint32_t& before) {
        for (const XmlElement& column : columns) {
            const std::uint32_t first = number_attribute(column.tag, "min").value_or(0);
            const std::uint32_t last = number_attribute(column.tag, "max").value_or(0);
            if (first <= before || last < first || last > cells::last_column)
                fault("S15", "Columns " + std::to_string(first) + " to " + std::to_string(last)
                                 + " overlap others or are no columns");
            if (number_attribute(column.tag, "style").value_or(0) >= context_.cell_formats)
                fault("S8", "Column " + std::to_string(first) + " has a format that is not there");
            before = last;
        }
    }

    void check_merges(const std::vector<XmlElement>& merges) {
        for (const XmlElement& merge : merges) {
            const std::string ref(attribute(merge.tag, "ref").value_or(""));
            const auto range = cells::parse_range(ref);
            if (!range || range->first == range->last)
                fault("M2", "'" + ref + "' merges nothing");
            else
                sheet_.merges.push_back(*range);
        }
        // Sorted by their first row, a merge can only overlap those that start before it ends.
        std::vector<Range> sorted = sheet_.merges;
        std::ranges::sort(sorted, {}, &Range::first);
        for (std::size_t i = 0; i < sorted.size(); ++i)
            for (std::size_t j = i + 1; j < sorted.size() && sorted[j].first.row <= sorted[i].last.row; ++j)
                if (overlap(sorted[i], sorted[j]))
                    fault("M1", "Merges " + to_text(sorted[i]) + " and " + to_text(sorted[j]) + " overlap");
    }

    void check_links(const std::vector<XmlElement>& links) {
        if (links.size() > most_links) fault("S10", "There are more hyperlinks than Excel takes");
        for (const XmlElement& link : links) {
            check_id(link);
            const std::string ref(attribute(link.tag, "ref").value_or(""));
            if (!is_range_list(ref)) fault("H1", "A hyperlink stands on no cell ('" + ref + "')");
            const auto id = attribute_local(link.tag, "id");
            const auto found = id ? std::ranges::find(related_, *id, &Relationship::id) : related_.end();
            if (found != related_.end() && utf16_units(found->target) > longest_link)
                fault("S10", "The hyperlink of " + ref + " is longer than Excel takes");
        }
    }

    // That an id is there at all is asked of every part's text; here, of what kind it is.
    void check_id(const XmlElement& element) {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinds = {{
            {"legacyDrawing", "vmlDrawing"},
            {"legacyDrawingHF", "vmlDrawing"},
            {"drawing", "drawing"},
            {"tablePart", "table"},
            {"picture", "image"},
            {"hyperlink", "hyperlink"},
        }};
        const auto* kind = std::ranges::find(kinds, element.name, [](const auto& one) { return one.first; });
        if (kind == kinds.end()) return;
        const auto id = attribute_local(element.tag, "id");
        if (!id) {
            if (element.name != "hyperlink") fault("P4", std::string(element.name) + " points at nothing");
            return;
        }
        const auto found = std::ranges::find(related_, *id, &Relationship::id);
        if (found != related_.end() && !Package::type_is(*found, kind->second))
            fault("P4",
                  std::string(element.name) + " uses '" + std::string(*id) + "', which is of another kind");
    }

    std::optional<std::string_view> id_of(std::string_view name) const {
        const XmlElement* element = outline_.find(name);
        return element ? attribute_local(element->tag, "id") : std::nullopt;
    }
    std::string target_of(std::string_view id) const {
        const auto found = std::ranges::find(related_, id, &Relationship::id);
        return found == related_.end() ? std::string(id) : found->target;
    }

    LintContext& context_;
    LintedSheet& sheet_;
    const XmlOutline& outline_;
    std::vector<Relationship> related_;
};

} // namespace

void lint_sheet(LintContext& context, LintedSheet& sheet, const XmlOutline& outline) {
    lint_order(context, sheet.part, outline, worksheet_order);
    SheetLinter(context, sheet, outline).lint();
    lint_formats(context, sheet.part, outline);
}

} // namespace xlsx
