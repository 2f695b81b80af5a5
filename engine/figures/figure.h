#pragma once
// A figure as somebody typed it: its value, what they said about it, and where it stands. Text in a figure's
// cell gives value, marker and reason apart (CW-30), never zero. See design: "Figures are exact".

#include "engine/cells/sheet.h"
#include "engine/figures/unit.h"

#include <cstdint>
#include <optional>
#include <string>

namespace engine {

/// What is said about a figure beside its value.
enum class Marker : std::uint8_t {
    none,
    provisional,    ///< "1,234 (prov)", "95%*", "12 p"
    estimate,       ///< "c.40", "approx 12", "~7", "40 est"
    suppressed,     ///< "<5", "*" alone, "[c]": a value is there and is not told
    not_applicable, ///< "n/a", "-", "not applicable"
    pending,        ///< "TBC", "TBD", "awaited", "not yet available", "in development"
    unreadable,     ///< text that is none of these
    excel_error,    ///< #DIV/0! and the like
    uncalculated,   ///< a formula without a cached value
    out_of_range    ///< 1E999, or too large to be a figure
};

/// A figure's size is below this, and it has at most 18 decimal places: then whatever a status or a rule
/// works out of figures fits into a Decimal. All that England's councils spend in a year is a tenth of it, in
/// pounds.
inline constexpr std::int64_t figures_below = 1'000'000'000'000;
inline constexpr int most_figure_places = 18;

struct Figure {
    /// In the unit's own terms: 94.7 for 94.7%, whether it was held as 0.947 with a % format, as 94.7 or as
    /// text (CW-31).
    std::optional<cells::Decimal> value;
    Marker marker = Marker::none;
    cells::Address at;
    bool formula = false;
    /// The cell has a % format or its text a % sign; for a percentage without either the scale is to be
    /// checked.
    bool percent = false;
    /// Typed as text rather than as a number.
    bool text = false;
    /// Decimal places as shown; -1 for General.
    int places = -1;
    /// What the cell shows: "94.7%". Empty for a blank cell.
    std::string shown;

    bool blank() const { return shown.empty() && marker == Marker::none && !value; }
    explicit operator bool() const { return value.has_value(); }
};

/// Reads a figure. A null cell is blank. `unit` decides how a percentage is scaled (94.7% of a ratio is
/// 0.947) and which unit may be typed after the number ("12 days"). A date is no figure: `date1904` is for
/// showing it.
/// A value beyond figures_below is no figure: out_of_range.
Figure read_figure(const cells::Cell* cell, Unit unit, bool date1904 = false);

} // namespace engine
