// Invariants K1 and K2: the calculation chain.
#include "xlsx/lint/lint_context.h"

#include "xlsx/read/attributes.h"

#include <algorithm>

namespace xlsx {

using cells::Address;
using cells::Range;

void lint_calculation_chain(LintContext& context, std::vector<LintedSheet>& sheets,
                            const WorkbookPart& workbook) {
    const std::string part = context.of_workbook("calcChain");
    if (part.empty()) return;
    const auto text = context.text(part);
    if (!text) return;
    for (LintedSheet& sheet : sheets) std::ranges::sort(sheet.formulas);
    XmlLexer lexer(*text);
    std::uint32_t sheet_id = 0;
    bool any = false;
    for (XmlToken entry = lexer.next(); !entry.last(); entry = lexer.next()) {
        if (!entry.opens() || entry.depth != 1) continue;
        any = true;
        sheet_id = number_attribute(entry, "i").value_or(sheet_id);
        const auto sheet = std::ranges::find(sheets, sheet_id, &LintedSheet::sheet_id);
        if (sheet == sheets.end()) {
            const bool listed = std::ranges::any_of(workbook.sheets, [&](const ListedSheet& one) {
                return number_attribute(one.element.tag, "sheetId") == sheet_id;
            });
            if (!listed) context.fault("K1", part, "The chain lists a cell of a sheet that is not there");
            continue;
        }
        const auto at = cells::parse_address(attribute(entry, "r").value_or("")).value_or(Address{});
        if (at && !sheet->walked.contains(at)) continue;
        const bool in_array =
            std::ranges::any_of(sheet->arrays, [&](const Range& range) { return range.contains(at); });
        if (!std::ranges::binary_search(sheet->formulas, at) && !in_array)
            context.fault("K1", part,
                          "The chain lists " + sheet->name + "!" + to_text(at) + ", which has no formula");
    }
    if (!any) context.fault("K2", part, "The calculation chain is empty");
}

} // namespace xlsx
