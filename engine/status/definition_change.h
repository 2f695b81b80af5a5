#pragma once
// Whether what an indicator measures changed between two periods: its definition or its unit, by the plan's
// change log or between the versions of the plan (CW-46). Figures across such a change are not compared.

#include "engine/records/papers.h"
#include "engine/status/reason.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

struct DefinitionChange {
    std::string words;
    std::vector<Operand> operands;
};

std::optional<DefinitionChange> definition_change(const Papers& papers, const Plan& plan,
                                                  const Indicator& indicator, Period then, Period now);

} // namespace engine
