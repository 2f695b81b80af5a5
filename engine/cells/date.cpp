#include "engine/cells/date.h"

#include <array>

namespace cells {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

// Excel counts a 29 February 1900 that never was, so serials from March 1900 on are a day ahead.
static constexpr sys_days day_zero_until_february = sys_days{year{1899} / 12 / 31};
static constexpr sys_days day_zero_since_march = sys_days{year{1899} / 12 / 30};
static constexpr sys_days day_zero_1904 = sys_days{year{1904} / 1 / 1};
static constexpr sys_days last_date = sys_days{year{9999} / 12 / 31};
static constexpr std::int64_t never_was = 60;

std::optional<Date> date_of_serial(std::int64_t serial, bool date1904) {
    if (serial < (date1904 ? 0 : 1) || serial > (last_date - day_zero_since_march).count())
        return std::nullopt;
    if (!date1904 && serial == never_was) return std::nullopt;
    const sys_days zero = date1904             ? day_zero_1904
                          : serial < never_was ? day_zero_until_february
                                               : day_zero_since_march;
    const sys_days date = zero + days{serial};
    if (date > last_date) return std::nullopt;
    return Date{date};
}

std::int64_t serial_of_date(Date date, bool date1904) {
    const sys_days day{date};
    if (date1904) return (day - day_zero_1904).count();
    const auto serial = (day - day_zero_until_february).count();
    return serial < never_was ? serial : serial + 1;
}

static std::string padded(int number, std::size_t width) {
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

std::string to_text(Date date) {
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::to_string(static_cast<unsigned>(date.day())) + " "
           + months[(static_cast<unsigned>(date.month()) - 1) % months.size()] + " "
           + std::to_string(static_cast<int>(date.year()));
}

std::string to_iso(Date date) {
    return padded(static_cast<int>(date.year()), 4) + "-"
           + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-"
           + padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

} // namespace cells
