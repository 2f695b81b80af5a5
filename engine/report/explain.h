#pragma once
// Why: one indicator's or action's status, direction and findings, down to the cells (`outturn explain`).

#include "engine/cells/error.h"
#include "engine/status/decided.h"

#include <expected>
#include <string>
#include <string_view>

namespace engine {

/// Several lines of text; an Error with the nearest reference where there is none of that name.
std::expected<std::string, cells::Error> explain(const Papers& papers, const Decided& decided,
                                                 std::string_view ref);

} // namespace engine
