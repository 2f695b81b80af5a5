#pragma once
// Commentary that the performance team edited in an updated plan: found by comparing the plan that is in the
// out folder with what we remember writing there, and kept when the plan is made anew.

#include "engine/status/decided.h"
#include "tools/outturn/intake.h"
#include "xlsx/edit/annotate.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace outturn {

struct EditedCommentary {
    std::string ref;
    std::string text; ///< as it is now; empty where somebody took it out
};

using Edits = std::expected<std::vector<EditedCommentary>, cells::Error>;

/// What was edited in the plans of `folder` for the intake's period. A plan that is not there yet has no
/// edits; one that is there and cannot be read is an Error, since writing over it could lose somebody's work.
Edits find_edits(const std::filesystem::path& folder, const Intake& intake, unsigned threads);

/// Takes out of a plan's record the period's commentary that we wrote ourselves, where an updated plan is
/// sent back as a plan: what is left is somebody's.
void forget_own_commentary(engine::Plan& plan, const std::vector<xlsx::Remembered>& wrote,
                           engine::Period period);

/// Puts the edits in the place of what the returns say.
void keep_edits(const std::vector<EditedCommentary>& edits, const engine::Papers& papers,
                engine::Decided& decided);

} // namespace outturn
