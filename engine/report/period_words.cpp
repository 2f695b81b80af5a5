#include "engine/report/period_words.h"

#include <array>

namespace engine {

static const char* month_name(cells::Date date) {
    static constexpr std::array names = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    return names.at(static_cast<unsigned>(date.month()) - 1);
}

std::string heading_text(Period period, unsigned first_month) {
    const cells::Date first = first_day(period, first_month), last = last_day(period, first_month);
    std::string text =
        year_text(period.year) + " Quarter " + std::to_string(period.quarter) + " (" + month_name(first);
    if (first.year() != last.year()) text += " " + std::to_string(static_cast<int>(first.year()));
    return text + " to " + month_name(last) + " " + std::to_string(static_cast<int>(last.year())) + ")";
}

} // namespace engine
