#pragma once
// Why: one indicator's or action's status, direction and findings, down to the cells (`outturn explain`).

#include "engine/cells/error.h"
#include "engine/status/decided.h"

#include <expected>
#include <string>
#include <string_view>

namespace engine {

/// Several lines of text; an Error with the nearest references where there is none of that name.
std::expected<std::string, cells::Error> explain(const Papers& papers, const Decided& decided,
                                                 std::string_view ref);

/// The same reason in the few lines that fit a note at a cell.
std::string note_text(const Reason& reason, const Framework& framework);

} // namespace engine
