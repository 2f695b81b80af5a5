#pragma once
// Writes marks on somebody's workbook, and takes them off again. What we write: values into cells, notes by
// our author below the sender's own text, fills through conditional formats, one sheet that lists the marks,
// and a custom XML part that remembers what was there before. Nothing else: see xlsx/README.md, "What we
// touch".

#include "engine/cells/error.h"
#include "engine/cells/mark.h"
#include "xlsx/calc/values_report.h"
#include "xlsx/package/package.h"

#include <expected>
#include <string>
#include <vector>

namespace xlsx {

/// A value that an earlier run wrote into a cell, as remembered in the workbook itself.
struct Remembered {
    std::string sheet;
    cells::Address at;
    std::string before; ///< what the cell showed before we ever wrote there; "" for empty
    std::string wrote;  ///< what we wrote last, as text
};

/// Who writes, in notes and in the memory.
struct Author {
    std::string name = "Outturn";
    std::string version;
};

/// Writes the marks. Marks of an earlier run are taken off first, so annotating twice is annotating once.
/// With `keep_values`, values that earlier runs wrote stay and stay remembered (a plan gains a quarter at a
/// time); a cell marked again is overwritten. Notes keep to cells without threaded comments: there the text
/// goes to the list only. Errors: a sheet that does not exist, a signed workbook (not_allowed), damage, and
/// `refused` when our own linter finds something that the input did not have; the package is then unusable.
/// Tells what became of formulas that depend on the values written.
std::expected<ValuesReport, cells::Error> annotate(Package& package, const cells::Marks& marks,
                                                   const Author& author, bool keep_values = false);

/// Takes off everything an earlier annotate() wrote: exactly, part for part, where the parts are as we left
/// them; by author, sheet name and memory where another program has saved the workbook since. A cell whose
/// value somebody changed after us keeps their value. True if there was anything to take off.
std::expected<bool, cells::Error> clear(Package& package, const Author& author);

/// The values written by earlier runs; empty for a workbook we never wrote on.
std::expected<std::vector<Remembered>, cells::Error> remembered(Package& package);

} // namespace xlsx
