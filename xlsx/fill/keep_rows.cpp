#include "xlsx/fill/keep_rows.h"

#include "xlsx/read/attributes.h"
#include "xlsx/rows/follow/element_texts.h"
#include "xlsx/rows/follow/ranges.h"

#include <algorithm>

namespace xlsx {

void RowKeeper::keep(std::size_t sheet, std::uint32_t first, std::uint32_t last, std::uint32_t row) {
    SheetPlan& plan = plans_[sheet];
    if (plan.rows.size() == 1 || first == 0) return;
    // Look from the innermost block around both: where that is, the rows are looked for within it.
    std::size_t around = 0;
    for (bool deeper = row != 0; deeper;) {
        deeper = false;
        for (const std::size_t child : plan.rows[around].children) {
            if (!plan.rows[child].holds(row) || !plan.rows[child].holds(first, last)) continue;
            around = child;
            deeper = true;
            break;
        }
    }
    // Rows of one's own repetition are there whenever oneself is.
    const bool own = row != 0 && std::ranges::any_of(plan.rows[around].children, [&](std::size_t child) {
                         return plan.rows[child].holds(row) && plan.rows[child].first <= last
                                && plan.rows[child].last >= first;
                     });
    // Rows that belong to the block around itself are there, too.
    const auto direct = [&](std::uint32_t one) {
        return std::ranges::none_of(plan.rows[around].children,
                                    [&](std::size_t child) { return plan.rows[child].holds(one); });
    };
    const bool marker =
        plan.rows[around].marked && (first == plan.rows[around].first || last == plan.rows[around].last);
    if (!own && (marker || !(direct(first) || direct(last)))) plan.blocks[around].needed.emplace(first, last);
}

void RowKeeper::keep(const Formula& formula, std::size_t home, std::uint32_t row) {
    for (const Reference& reference : formula.references()) {
        const auto sheet = sheets_.target(reference, home);
        if (sheet && *sheet < plans_.size())
            keep(*sheet, reference.first.row, reference.last.row, *sheet == home ? row : 0);
    }
}

void RowKeeper::keep_formats(std::size_t sheet, const XmlOutline& part) {
    for (const XmlElement& element : part.children) {
        const bool validations = element.name == "dataValidations";
        if (!validations && element.name != "conditionalFormatting") continue;
        for (const XmlElement& one : validations ? children(part.text, element) : std::vector{element}) {
            const auto ranges = read_sqref(attribute(one.tag, "sqref").value_or(""));
            if (ranges.empty()) continue;
            for (const std::string& text :
                 element_texts(part.text.substr(one.offset(), one.end - one.offset()), "formula"))
                keep(Formula(text), sheet, ranges.front().first.row);
        }
    }
}

void RowKeeper::keep_texts(std::string_view xml, std::string_view name) {
    for (const std::string& text : element_texts(xml, name)) keep(Formula(text), plans_.size(), 0);
}

void RowKeeper::keep_table(std::size_t sheet, const XmlOutline& table) {
    const XmlToken& tag = table.root.tag;
    const auto range = cells::parse_range(attribute(tag, "ref").value_or(""));
    if (!range) return;
    const std::uint32_t heads = number_attribute(tag, "headerRowCount").value_or(1);
    const std::uint32_t totals = number_attribute(tag, "totalsRowCount").value_or(0);
    if (range->first.row + heads <= range->last.row - totals)
        keep(sheet, range->first.row + heads, range->last.row - totals, 0);
}

} // namespace xlsx
