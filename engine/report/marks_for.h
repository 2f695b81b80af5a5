#pragma once
// What is written on one return: notes and fills at its cells, statuses in its status columns, and the list
// of its findings.

#include "engine/cells/mark.h"
#include "engine/status/decided.h"

#include <string_view>
#include <vector>

namespace engine {

/// A return's marks: computed statuses in its status cells with their reasons as notes, a note and a fill at
/// each finding's cell, and the sheet "Outturn findings". `version` is Outturn's own.
cells::Marks marks_for(const Return& returned, const Decided& decided, const Framework& framework,
                       std::string_view version);

/// A plan's findings: notes, fills and the same sheet.
cells::Marks marks_for(const Plan& plan, const Decided& decided, const Framework& framework,
                       std::string_view version);

/// The fill of a finding.
cells::Colours colours_of(Severity severity);

} // namespace engine
