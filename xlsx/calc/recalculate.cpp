#include "xlsx/calc/recalculate.h"

#include "xlsx/calc/dependents.h"

namespace xlsx {

using cells::Error;

std::expected<ChangedCells, Error> recalculate(PartEdits& edits, const WorkbookPart& workbook,
                                               const Written& written) {
    ChangedCells overwritten(workbook.sheets.size());
    ChangedCells unknown(workbook.sheets.size());
    ChangedCells changed(workbook.sheets.size());
    for (const auto& [sheet, what] : written) {
        for (const auto& [at, value] : what.cells) {
            overwritten.add(sheet, {at, at});
            changed.add(sheet, {at, at});
        }
        for (const cells::Range& range : what.unknown) {
            unknown.add(sheet, range);
            changed.add(sheet, range);
        }
        if (what.moved_from != 0)
            changed.add(sheet, {{what.moved_from, 1}, {cells::last_row, cells::last_column}});
    }
    if (!changed.any()) return changed;
    const auto computed = ComputedCells::read(edits, workbook);
    if (!computed) return std::unexpected(computed.error());
    const auto dependents =
        find_dependents(*computed, changed, {.overwritten = overwritten, .unknown = unknown});
    for (const std::size_t index : dependents) {
        const ComputedCell& cell = computed->cells()[index];
        if (cell.value == cell.value_end) continue;
        Splices& splices = edits.of(workbook.sheets[cell.sheet].part);
        splices.erase(cell.value, cell.value_end - cell.value);
        drop_attribute(splices, computed->sheet(cell.sheet)->text, cell.tag, "t");
    }
    if (!dependents.empty()) recalculate_on_load(edits, workbook);
    return changed;
}

} // namespace xlsx
