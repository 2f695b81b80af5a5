#include "engine/cells/date.h"

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using cells::Date;

TEST_CASE("Excel's serials count from 1900, with the day that never was", "[date]") {
    CHECK(cells::date_of_serial(1, false) == Date{1900y / 1 / 1});
    CHECK(cells::date_of_serial(59, false) == Date{1900y / 2 / 28});
    CHECK_FALSE(cells::date_of_serial(60, false));
    CHECK(cells::date_of_serial(61, false) == Date{1900y / 3 / 1});
    CHECK(cells::date_of_serial(42'643, false) == Date{2016y / 9 / 30});
    CHECK(cells::date_of_serial(2'958'465, false) == Date{9999y / 12 / 31});
    CHECK_FALSE(cells::date_of_serial(0, false));
    CHECK_FALSE(cells::date_of_serial(-1, false));
    CHECK_FALSE(cells::date_of_serial(2'958'466, false));
    CHECK_FALSE(cells::date_of_serial(999'999'999'999'999, false));
}

TEST_CASE("a workbook may count from 1904 instead", "[date]") {
    CHECK(cells::date_of_serial(0, true) == Date{1904y / 1 / 1});
    CHECK(cells::date_of_serial(41'181, true) == Date{2016y / 9 / 30});
    CHECK_FALSE(cells::date_of_serial(-1, true));
    CHECK_FALSE(cells::date_of_serial(2'958'465, true));
}

TEST_CASE("every date's serial leads back to it", "[date]") {
    for (const bool date1904 : {false, true}) {
        const std::chrono::sys_days first = 1904y / 1 / 1;
        for (int day = 0; day < 73'000; day += 13) {
            const Date date{first + std::chrono::days{day}};
            REQUIRE(cells::date_of_serial(cells::serial_of_date(date, date1904), date1904) == date);
        }
    }
}

TEST_CASE("a date prints as people and as programs write it", "[date]") {
    CHECK(cells::to_text(Date{2016y / 9 / 30}) == "30 Sep 2016");
    CHECK(cells::to_text(Date{2017y / 3 / 1}) == "1 Mar 2017");
    CHECK(cells::to_iso(Date{2017y / 3 / 1}) == "2017-03-01");
}
