#pragma once
// A reporting period: a quarter of a financial year. The year is named by the calendar year it starts in;
// its first month is the framework's (April for every UK council).

#include "engine/cells/date.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

struct Period {
    int year = 0;    ///< 2016 for 2016-17
    int quarter = 0; ///< 1 to 4; 0 is no period

    explicit operator bool() const { return quarter != 0; }
    friend auto operator<=>(const Period&, const Period&) = default;

    Period preceding() const; ///< Q1 is preceded by Q4 of the year before
    Period year_before() const { return {year - 1, quarter}; }
};

/// "2016-17 Q2", "Q2 2016/17", "2016/2017 Quarter 2", "Q2 (2016-17)". Nothing where the two years do not
/// follow each other.
std::optional<Period> parse_period(std::string_view text);
/// "2016-17", "2016/2017", "16/17"; nothing for anything that is not a financial year ("2016-18", "2016").
std::optional<int> parse_year(std::string_view text);
/// What a heading says of its period, and what else it says: "Q2 2016/17 actual" is 2016, 2 and "actual".
struct PeriodWords {
    int year = 0; ///< 0 where none is named
    int quarter = 0;
    std::string rest; ///< in lower case, with single spaces
};
PeriodWords take_period(std::string_view text);

std::string to_text(Period period); ///< "2016-17 Q2"
std::string year_text(int year);    ///< "2016-17"

cells::Date first_day(Period period, unsigned first_month = 4);
cells::Date last_day(Period period, unsigned first_month = 4);
/// The period that a date falls in.
Period period_of(cells::Date date, unsigned first_month = 4);

} // namespace engine
