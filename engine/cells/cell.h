#pragma once
// One cell as a reader found it: what it holds and how it shows it. A formula's cell holds the value that was
// cached when the workbook was last calculated; nothing here calculates.

#include "engine/cells/address.h"
#include "engine/cells/decimal.h"

#include <cstdint>
#include <optional>
#include <string>

namespace cells {

/// What the number format makes of a number. Only what changes a figure's meaning is told apart.
enum class Shown : std::uint8_t { general, number, percent, currency, date, time, text };

struct Cell {
    enum class Kind : std::uint8_t {
        empty,   ///< styled or locked, but holding nothing
        number,  ///< `number`; a date is a number that is `shown` as one
        text,    ///< `text`, rich text flattened
        boolean, ///< `number` is 1 or 0
        error    ///< `text` is "#DIV/0!" and so on
    };

    Address at;
    Kind kind = Kind::empty;
    Shown shown = Shown::general;
    /// Decimal places that the format shows; -1 where the format does not say (General).
    std::int8_t shown_places = -1;
    /// Whether the cell's value comes from a formula.
    bool formula = false;
    /// A formula without a cached value: whoever wrote the file never calculated it.
    bool uncalculated = false;
    /// A number beyond what a figure can be (1E999, 10^15 and more): kind is number, `number` is nothing and
    /// `text` is what stands in the file.
    std::optional<Decimal> number;
    std::string text;
};

} // namespace cells
