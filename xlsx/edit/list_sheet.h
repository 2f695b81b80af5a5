#pragma once
// The sheet that lists the marks: title, intro, heads, and a row for each line, whose first column links to
// the cell it is about. Plain enough for a screen reader: it starts in A1, has no merges and no formulas.

#include "xlsx/edit/styles_edit.h"

#include "engine/cells/mark.h"

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct ListSheet {
    const cells::Marks& marks;
    std::string_view author;
    std::string_view version;
    bool strict = false;
    /// Sheets that a line may link to.
    std::vector<std::string_view> sheets;
};

/// The whole part.
std::string list_sheet_xml(const ListSheet& list, StylesEdit& styles);

/// What stands in the sheet's footer, and tells it from a sheet of the sender's when the memory is lost.
std::string list_signature(std::string_view author);

} // namespace xlsx
