#pragma once
// The lists that section 7.3 asks for: Red key performance indicators at mid-year and year-end, and at the
// quarters between them what was Red the quarter before.

#include "engine/status/decided.h"

namespace engine {

/// Fills `red_kpis`, `exceptions`, `new_reds` and `removed_reds` from the indicators decided.
void list_exceptions(const Papers& papers, Decided& decided);

} // namespace engine
