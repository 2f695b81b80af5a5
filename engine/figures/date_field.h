#pragma once
// A date as somebody typed it, in any of the ways that people do. Day comes before month, always (CW-64).

#include "engine/cells/sheet.h"
#include "engine/figures/period.h"

#include <cstdint>
#include <optional>
#include <string>

namespace engine {

/// Which end of a month or quarter a vague date stands for: "Mar-17" starts on the 1st and ends on the 31st
/// (CW-64).
enum class End : std::uint8_t { first, last };

struct DateField {
    enum class Kind : std::uint8_t {
        blank,     ///< nothing, or words for nothing: "n/a", "-"
        day,       ///< a day: serial, "31/03/2017", "31 March 2017", "2017-03-31"
        month,     ///< "Mar-17", "March 2017", 03/2017
        quarter,   ///< "Q4 2016-17"
        vague,     ///< "Spring 2017", "ongoing", "TBC", "2017": words where a date should be; no date
        unreadable ///< anything else, and days that are not ("31/02/2017", "13/13/2017")
    };
    Kind kind = Kind::blank;
    /// The day meant: for month and quarter, its first or last, as asked.
    std::optional<cells::Date> date;
    cells::Address at;
    /// What the cell shows.
    std::string shown;

    explicit operator bool() const { return date.has_value(); }
    /// A date typed as text where Excel holds dates as numbers.
    bool text = false;
};

/// Reads a date. A null cell is blank. "End of March 2017" and "start of March 2017" say which end they mean;
/// other months and quarters stand for `end`. A number in a format that is not a date's counts as a pasted
/// date where it is the serial of a day from 2000 to 2099.
DateField read_date(const cells::Cell* cell, bool date1904, End end, unsigned first_month = 4);

/// Whole calendar months from `from` to `to`, and the days beyond them: 31 Jan to 28 Feb 2017 is one month.
/// Where both are a month's last day, or `by_month` (both were given as months), days do not count:
/// 30 Sep to 31 Dec is three months, none over. Negative when `to` is earlier.
struct Span {
    int months = 0;
    int days = 0;
    friend auto operator<=>(const Span&, const Span&) = default;
};
Span span_between(cells::Date from, cells::Date to, bool by_month = false);
std::string to_text(Span span); ///< "3 months", "2 months and 4 days", "12 days", "1 day earlier"

} // namespace engine
