#pragma once
// The record of a run: what came in with its fingerprints, what was decided, what is wrong, what was written.
// Published as findings.json, frozen by `outturn close`, printed by --json. Nothing in it depends on the
// clock, the machine or the folder's name, so the same input gives the same bytes.

#include "engine/report/slots_for.h"
#include "tools/outturn/framework_files.h"
#include "tools/outturn/intake.h"
#include "tools/outturn/json_of.h"
#include "tools/outturn/outputs.h"

#include <string>
#include <vector>

namespace outturn {

Json record_of(const Intake& intake, const engine::Decided& decided, const FrameworkFiles& framework,
               const std::vector<Output>& written, const std::vector<cells::Error>& not_done);

/// What a report says of its making: the version, and one fingerprint of the framework and all workbooks.
engine::Provenance provenance_of(const Intake& intake, const FrameworkFiles& framework);

} // namespace outturn
