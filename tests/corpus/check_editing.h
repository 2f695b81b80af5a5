#pragma once
// Marks a workbook of somebody else's, and looks for anything that changed and need not have. Says "wrong"
// for each, with the step and what it is.

#include "xlsx/package/package.h"

#include <filesystem>
#include <string>

namespace corpus {

/// Marks the workbook (handful.h) and writes it to `output`; says "marked" with what should be seen in it:
/// "note", "text" or "format" with sheet and address, "list" with its name. Says "wrong" where annotate()
/// refuses, another part or cell changed, the linter has found anything new, marking twice is not marking
/// once, or clear() does not give the input.
void check_editing(const std::string& bytes, const std::string& name, const std::filesystem::path& output);

/// Takes the marks off a copy that another program has saved. Says "wrong" for each part that still has any.
void check_clearing(const std::string& bytes, const std::string& name);

} // namespace corpus
