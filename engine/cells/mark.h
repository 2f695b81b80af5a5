#pragma once
// What is to be written on somebody's workbook, in terms of cells only. The engine decides, xlsx draws.
// See xlsx/edit/annotate.h for how marks become notes, fills and a findings sheet.

#include "engine/cells/address.h"
#include "engine/cells/date.h"
#include "engine/cells/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cells {

/// A fill and its text colour, RRGGBB. Every pair that we ship has a contrast of 4.5:1 or better.
struct Colours {
    std::string fill;
    std::string text;
    friend bool operator==(const Colours&, const Colours&) = default;
};

/// What is written into a cell. std::monostate empties it.
using Written = std::variant<std::monostate, std::string, Decimal, Date>;

/// One cell's mark: any of a note, a fill and a value.
struct Mark {
    std::string sheet;
    Address at;
    /// The note's text; empty for no note. Lines are separated by '\n'.
    std::string note;
    /// Fill through a conditional format, so that clearing it restores the look.
    std::optional<Colours> colours;
    /// A new value for the cell; nothing leaves it alone. What it held before is remembered in the workbook.
    std::optional<Written> value;
    /// An Excel number format for `value`, "0.0%": taken up where the cell has none of its own (General).
    /// Empty for none.
    std::string number_format = {};
    /// Where `value` is somebody's edit of what we wrote: our own text, which is remembered as written in its
    /// stead, so that the edit stays theirs on the next run and when marks are taken off.
    std::optional<std::string> edited_from = std::nullopt;
};

/// A line of the sheet that lists the marks: the cell it links to, and the columns' texts.
struct MarkLine {
    std::string sheet;
    Address at; ///< no address: the line links to nothing (a finding about the file)
    std::vector<std::string> columns;
    std::optional<Colours> colours; ///< of the line's first column
};

/// All that is to be written on one workbook.
struct Marks {
    std::vector<Mark> cells;
    /// The added sheet; not added where its name is empty.
    std::string list_sheet;              ///< "Outturn findings"
    std::string list_title;              ///< A1
    std::vector<std::string> list_intro; ///< lines under the title
    std::vector<std::string> list_head;  ///< column heads; the first column of each line is its link
    std::vector<MarkLine> list;
};

} // namespace cells
