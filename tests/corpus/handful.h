#pragma once
// A handful of marks for any workbook: notes and fills on cells that it has, values below what it has and on
// a number of its own, and a sheet that lists them.

#include "engine/cells/mark.h"
#include "xlsx/package/package.h"

namespace corpus {

/// The text among the values.
constexpr const char* written_text = "Amber & above";

/// On the first two sheets that hold anything, else on A1 of the first; none where there is no worksheet.
cells::Marks handful(xlsx::Package& package);

} // namespace corpus
