#pragma once
// Links that slots make: a cell that leads to a page on the web, an address for mail, or a place in the
// workbook. Anything else that a field may hold is no address and makes no link.
// ECMA-376 part 1, 18.3.1.47 (hyperlink).

#include "engine/cells/address.h"
#include "engine/cells/error.h"
#include "xlsx/edit/part_edits.h"

#include <expected>
#include <string>
#include <vector>

namespace xlsx {

struct CellLink {
    cells::Address at;  ///< in the output
    std::string target; ///< "https://...", "mailto:...", or "#'Homes'!A1"
};

/// Whether Excel can follow it, and nothing but a page, a mail or this workbook is opened.
bool is_link_target(std::string_view target);

/// Adds links to a worksheet; each has a target of these kinds.
std::expected<void, cells::Error> add_links(PartEdits& edits, const std::string& sheet,
                                            const std::vector<CellLink>& links);

} // namespace xlsx
