#pragma once
// A workbook that has most of what our edits must not break, in the fewest words: a return with notes, a form
// control, a table, merges, formulas with a chain, conditional formats, links, names, two sheets.

#include "tests/support/workbook_builder.h"

#include <string>

namespace support {

/// Its parts as text. Sheet "Return" is xl/worksheets/sheet1.xml, "Lists" is sheet2.xml.
Parts rich_parts();

/// The same with one part's text replaced.
Parts with_part(Parts parts, const std::string& name, const std::string& text);
/// The text of a part.
std::string& text_of(Parts& parts, const std::string& name);

} // namespace support
