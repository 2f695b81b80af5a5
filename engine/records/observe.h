#pragma once
// What the shape of a table says about it beside its records: headings read as others, figures in hidden
// rows and columns or in rows without a reference, numbers typed over formulas.

#include "engine/records/observed.h"
#include "engine/records/table_cells.h"

#include <vector>

namespace engine {

void observe(const TableCells& cells, std::vector<Observed>& observed);
/// A form's labels.
void observe(const cells::Sheet& sheet, const std::vector<NearHeading>& near,
             std::vector<Observed>& observed);

} // namespace engine
