#pragma once
// The columns of the sheets that examples are drawn on, and what a cell holds that an example leaves out.
// Together the usual values are faultless: no rule fires on them. Part of example.h.

#include "engine/figures/period.h"

#include <map>
#include <string>
#include <vector>

namespace support {

/// A row's cells by heading; "2016-17 / Q1" is the column Q1 under 2016-17.
using Looks = std::map<std::string, std::string>;

struct Column {
    std::string heading;
    std::string look;
};
using Columns = std::vector<Column>;

/// Empty where the row does not name the heading.
std::string look_of(const Looks& looks, const std::string& heading);

/// An indicator of a plan: 85 is aimed at, 84 was reached last.
Columns plan_columns(const Looks& written, engine::Period now);
Columns plan_action_columns(const Looks& written);
Columns benchmark_columns();
Columns change_columns();
/// A returned row repeats what the plan says of it.
Columns return_columns(const Looks& written, const Looks& planned, engine::Period now);
Columns return_action_columns(const Looks& planned);
/// Labels and values.
Columns plan_cover();
Columns return_cover(engine::Period now);

} // namespace support
