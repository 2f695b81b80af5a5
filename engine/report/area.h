#pragma once
// One area's part of what was decided (CW-84): its indicators, counted and listed again. Actions belong to no
// area and are left out.

#include "engine/cells/error.h"
#include "engine/status/decided.h"

#include <expected>
#include <string_view>

namespace engine {

/// An Error that names the areas there are, where no indicator has this one. The papers must outlive the
/// result.
std::expected<Decided, cells::Error> of_area(const Papers& papers, const Decided& decided,
                                             std::string_view area);

} // namespace engine
