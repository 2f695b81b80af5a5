#pragma once
// The notes of a sheet as the linter looks at them: where they stand and who wrote them. One pass over the
// part; their texts are measured and not kept.

#include "xlsx/lint/lint_context.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace xlsx {

struct LintedNotes {
    std::set<cells::Address> cells;
    std::set<cells::Address> placeholders; ///< of threads: their author is "tc={...}"
};

/// Reads a comments part, and finds what is wrong with it alone: N5, S10, S11. Nothing, and a fault, where it
/// cannot be read.
std::optional<LintedNotes> lint_comments(LintContext& context, const std::string& part);

/// N6, given the notes of the sheet's comments part; both empty where it has none.
void lint_threads(LintContext& context, const std::string& sheet_part, const std::string& comments_part,
                  const LintedNotes& notes);

} // namespace xlsx
