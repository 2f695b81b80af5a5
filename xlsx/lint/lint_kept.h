#pragma once
// What an edit must leave as it was: parts that nobody may write anew, protection, the order of formats.

#include "xlsx/lint/lint_context.h"

namespace xlsx {

/// Compares the touched parts with the file as it was read.
void lint_kept(LintContext& context);

} // namespace xlsx
