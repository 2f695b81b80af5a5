#pragma once
// What the shape of a table says about it beside its records: headings read as others, figures in hidden
// rows and columns or in rows without a reference, numbers typed over formulas.

#include "engine/framework/framework.h"
#include "engine/records/observed.h"
#include "engine/records/table_cells.h"

#include <vector>

namespace engine {

void observe(const TableCells& cells, const Settings& settings, std::vector<Observed>& observed);
/// A form's labels.
void observe(const cells::Sheet& sheet, const std::vector<NearHeading>& near,
             std::vector<Observed>& observed);

/// Whether formulas are what a column of so many formulas and numbers should hold: enough, and most of it.
bool formulas_rule(std::size_t formulas, std::size_t numbers, int fewest);

} // namespace engine
