#pragma once
// Document properties list the sheets by name (docProps/app.xml: HeadingPairs and TitlesOfParts, ECMA-376
// part 1, 22.2). Where that list is sound, it follows the workbook; where it is not, it is left as it is.

#include "xlsx/edit/part_edits.h"

#include <expected>
#include <string>

namespace xlsx {

struct WorkbookPart;

/// The list gains a worksheet after the last one.
std::expected<void, cells::Error> add_title(PartEdits& edits, const WorkbookPart& workbook,
                                            const std::string& name);
/// The list loses a worksheet.
std::expected<void, cells::Error> remove_title(PartEdits& edits, const WorkbookPart& workbook,
                                               const std::string& name);

} // namespace xlsx
