#pragma once
// The workbook part as an editor sees it: which sheets there are and where each is listed; adds a sheet after
// the last, takes one away, asks for recalculation. Document properties that list the sheets follow.
// ECMA-376 part 1, 18.2 and 22.2.

#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/xml_outline.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct ListedSheet {
    std::string name;
    std::string part;       ///< empty for a sheet without one
    bool worksheet = false; ///< not a chart, dialog or macro sheet
    XmlElement element;
};

struct WorkbookPart {
    XmlOutline outline;
    std::vector<ListedSheet> sheets;
    bool date1904 = false;

    /// The views it holds are valid until the run commits.
    static std::expected<WorkbookPart, cells::Error> read(Package& package);
    const ListedSheet* find(std::string_view name) const;
    /// Requires: `sheet` is one of `sheets`.
    std::size_t index_of(const ListedSheet& sheet) const {
        return static_cast<std::size_t>(&sheet - sheets.data());
    }
};

/// A name as near to the wanted one as Excel allows and the workbook leaves free: "Outturn findings (2)".
std::string free_sheet_name(const WorkbookPart& workbook, std::string_view wanted);

/// Lists a new worksheet after the last one. Gives the name of the part, which the caller adds.
std::expected<std::string, cells::Error> add_sheet(PartEdits& edits, const WorkbookPart& workbook,
                                                   const std::string& name);
/// Takes a sheet away, with its part, its relationships and what only it uses; names and views that count
/// sheets by position follow.
std::expected<void, cells::Error> remove_sheet(PartEdits& edits, const WorkbookPart& workbook,
                                               const ListedSheet& sheet);
/// Has the workbook calculated when it is next opened.
void recalculate_on_load(PartEdits& edits, const WorkbookPart& workbook);

} // namespace xlsx
