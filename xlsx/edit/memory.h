#pragma once
// What the workbook remembers of us, in a custom XML part of our own namespace: the values that we wrote and
// those before, the text of our notes, and for every part the way back. Holds no dates and no paths, so the
// same run gives the same bytes. Whatever is read from it is somebody else's input: it is checked before use.

#include "xlsx/edit/cell_value.h"
#include "xlsx/edit/notes.h"
#include "xlsx/edit/part_edits.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

struct RememberedCell {
    std::string sheet;
    cells::Address at;
    CellValue before;
    CellValue wrote;
    std::string number_format; ///< that what we wrote wants; "" for none
    std::string format_before; ///< the cell's own, where it made room for that; "" where it did not
    std::string before_shown;  ///< as a reader saw it
    std::string wrote_shown;
};

struct RememberedNote {
    std::string sheet;
    Note note;
};

struct Memory {
    std::string author;
    std::string version;
    std::string list_sheet; ///< the name it was given; "" for none
    std::vector<RememberedCell> cells;
    std::vector<RememberedNote> notes;
    Changes changes;

    std::string part; ///< where it was found; "" for a workbook that remembers nothing
};

/// What a workbook remembers; an empty one where it remembers nothing.
std::expected<Memory, cells::Error> read_memory(Package& package);

/// Adds the part, still empty: its name is known before the way back of the indexes is.
std::expected<std::string, cells::Error> add_memory_part(PartEdits& edits);
std::string memory_xml(const Memory& memory);

} // namespace xlsx
