#pragma once
// A calendar date, and Excel's serial numbers for it. No clock: today is never asked for.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace cells {

using Date = std::chrono::year_month_day;

/// The date of an Excel serial (whole days; a time of day is dropped). In the 1900 system serial 1 is
/// 1 January 1900 and serial 60 is Excel's 29 February 1900, which never was: nothing is returned for it.
/// In the 1904 system serial 0 is 1 January 1904. Nothing outside 1900 to 9999.
std::optional<Date> date_of_serial(std::int64_t serial, bool date1904);
/// The serial of a date in the given system.
std::int64_t serial_of_date(Date date, bool date1904);

/// "30 Sep 2016"
std::string to_text(Date date);
/// "2016-09-30"
std::string to_iso(Date date);

} // namespace cells
