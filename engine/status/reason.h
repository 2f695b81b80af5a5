#pragma once
// Why a status is what it is: the rule that fired, what it compared, where each operand stands, what it was
// compared with. Printed by `outturn explain`, kept in the note at the cell (CW-86).

#include "engine/records/place.h"

#include <string>
#include <vector>

namespace engine {

struct Operand {
    std::string name;  ///< "actual", "profiled target for Q2"
    std::string value; ///< "94.7%"
    Place place;       ///< file empty: not from a cell (a setting, a date of the calendar)
};

struct Reason {
    std::string rule;  ///< "S03"; listed with their words in status/status_rules.h
    std::string words; ///< "4.34% short of the target; within 5%"
    std::vector<Operand> operands;
    std::vector<std::string>
        notes; ///< "exactly on the boundary: counts as within (setting exactly_on_boundary)"
};

} // namespace engine
