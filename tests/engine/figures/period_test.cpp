#include "engine/figures/period.h"

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using engine::Period;

TEST_CASE("a period is read in the ways that councils write it", "[period]") {
    for (const char* text :
         {"2016-17 Q2", "Q2 2016/17", "2016/2017 Quarter 2", "Q2 (2016-17)", "Quarter 2, 2016-17",
          "2016–17 Q2", "q2 16/17", "2016-17 - Qtr. 2", " 2016-17  Q2 ", "2016 - 2017 Q 2"}) {
        INFO(text);
        CHECK(engine::parse_period(text) == Period{2016, 2});
    }
    CHECK(engine::parse_period("1999-00 Q4") == Period{1999, 4});
    CHECK(engine::parse_period("1999-2000 Q4") == Period{1999, 4});
}

TEST_CASE("a period whose years do not follow each other is none", "[period]") {
    for (const char* text : {"2016-18 Q2", "2016-17", "Q2", "Q5 2016-17", "2016 Q2", "Q2 2016",
                             "2016-17 Q2 final", "2016-17 Q22", "2016-17-18 Q2", "FAQ2 2016-17", ""}) {
        INFO(text);
        CHECK_FALSE(engine::parse_period(text));
    }
}

TEST_CASE("a financial year is two years that follow each other", "[period]") {
    CHECK(engine::parse_year("2016-17") == 2016);
    CHECK(engine::parse_year("2016/2017") == 2016);
    CHECK(engine::parse_year("16/17") == 2016);
    CHECK_FALSE(engine::parse_year("2016-18"));
    CHECK_FALSE(engine::parse_year("2016"));
    CHECK_FALSE(engine::parse_year("2016-17 Q1"));
    CHECK_FALSE(engine::parse_year("01/04/2016"));
    CHECK(engine::year_text(2016) == "2016-17");
    CHECK(engine::year_text(1999) == "1999-00");
}

TEST_CASE("a heading's period is told from its other words", "[period]") {
    const auto words = engine::take_period("Q2 2016/17 Actual");
    CHECK(words.year == 2016);
    CHECK(words.quarter == 2);
    CHECK(words.rest == "actual");
    CHECK(engine::take_period("2016-17 profiled target").rest == "profiled target");
    CHECK(engine::take_period("Last quarter").rest == "last quarter");
    CHECK(engine::take_period("Last quarter").quarter == 0);
}

TEST_CASE("a quarter of the financial year has its days", "[period]") {
    CHECK(engine::first_day({2016, 1}) == 2016y / 4 / 1);
    CHECK(engine::last_day({2016, 1}) == 2016y / 6 / 30);
    CHECK(engine::first_day({2016, 4}) == 2017y / 1 / 1);
    CHECK(engine::last_day({2016, 4}) == 2017y / 3 / 31);
    CHECK(engine::last_day({2016, 2}, 1) == 2016y / 6 / 30);
    CHECK(engine::period_of(2017y / 3 / 31) == Period{2016, 4});
    CHECK(engine::period_of(2017y / 4 / 1) == Period{2017, 1});
    CHECK(engine::period_of(2016y / 1 / 1, 1) == Period{2016, 1});
}

TEST_CASE("the first quarter follows the last of the year before", "[period][CW-41]") {
    CHECK(Period{2016, 1}.preceding() == Period{2015, 4});
    CHECK(Period{2016, 3}.preceding() == Period{2016, 2});
    CHECK(Period{2016, 3}.year_before() == Period{2015, 3});
    CHECK(to_text(Period{2016, 2}) == "2016-17 Q2");
}
