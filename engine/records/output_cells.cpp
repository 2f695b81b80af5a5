#include "engine/records/layout_tables.h"
#include "engine/records/read_plan.h"

namespace engine {

using cells::Address;

/// Where the layout lets Outturn write the field's answer for the period, or for all periods.
static Address output_at(const TableCells& cells, const FoundRow& row, std::string_view field,
                         Period period) {
    for (const FoundColumn& column : cells.columns(field)) {
        const Period of{column.year, column.quarter};
        if (cells.table().columns[column.column].output && (of == period || of == Period{}))
            return {row.row, column.letter};
    }
    return {};
}

std::vector<PlanCells> output_cells(const Plan& plan, const std::vector<cells::Sheet>& sheets,
                                    const Framework& framework, Period period) {
    std::vector<PlanCells> outputs;
    LayoutTables tables(sheets, framework.plan, framework, plan.file);
    for (const std::string_view id : {"indicators", "actions"}) {
        const auto cells = tables.open(id);
        if (!cells) continue;
        for (const FoundRow& row : cells->records()) {
            const auto at = [&](std::string_view field) { return output_at(*cells, row, field, period); };
            outputs.push_back({.sheet = cells->sheet().name,
                               .row = row.row,
                               .actual = at("actual"),
                               .forecast = at("forecast"),
                               .status = at("status"),
                               .commentary = at("commentary"),
                               .revised = at("revised"),
                               .completed = at("completed")});
        }
    }
    return outputs;
}

} // namespace engine
