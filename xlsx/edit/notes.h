#pragma once
// Notes (Excel's legacy comments) on one sheet: a comments part, a legacy drawing with a box for each, and
// what ties them to the sheet, all or none. Our text goes below the sender's own where a cell has a note.
// Cells with a threaded comment are left alone: Excel drops what others write into the placeholder there.
// ECMA-376 part 1, 18.7.

#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/sheet_grid.h"
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/edit/xml_outline.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct Note {
    cells::Address at;
    std::string text;
};

/// What stands above our text in every note of ours: "Checked by Outturn:". Not the name alone, since an
/// officer may well head a line of their own "Outturn:".
std::string note_heading(std::string_view author);

/// Writes notes on a sheet, ascending by address, and gives those that were written.
std::expected<std::vector<Note>, cells::Error>
write_notes(PartEdits& edits, ShapeBlocks& blocks, std::string_view sheet_part, const XmlOutline& sheet,
            const SheetGrid& grid, const std::vector<Note>& notes, std::string_view author);

/// Takes our text out of a sheet's notes, whoever saved them last; a note that holds nothing else goes.
/// `remembered` says where our text ends and somebody's answer below it starts. True if there was any.
std::expected<bool, cells::Error> remove_notes(PartEdits& edits, std::string_view sheet_part,
                                               const XmlOutline& sheet, const std::vector<Note>& remembered,
                                               std::string_view author);

} // namespace xlsx
