#include "engine/figures/date_field.h"

#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace std::chrono_literals;
using engine::DateField;
using engine::End;
using engine::Span;

static DateField field(std::string_view look, End end = End::last, bool date1904 = false) {
    const cells::Cell cell = support::draw_cell(look, date1904);
    return engine::read_date(&cell, date1904, end);
}

/// "2017-03-31", "month 2017-03-31", "vague": what a cell comes to.
static std::string read(std::string_view look, End end = End::last) {
    static constexpr std::array<const char*, 6> names = {"blank",    "",      "month ",
                                                         "quarter ", "vague", "unreadable"};
    const DateField found = field(look, end);
    return names[static_cast<std::size_t>(found.kind)] + (found.date ? cells::to_iso(*found.date) : "");
}

TEST_CASE("a day is read in any of the ways that people type it", "[dates][CW-64]") {
    for (const char* text :
         {"31/03/2017", "\"31/03/2017\"", "\"31/3/17\"", "31.3.17", "31-03-2017", "31 Mar 2017", "31-Mar-17",
          "31 March 2017", "31st March 2017", "31st of March 2017", "Friday 31 March 2017",
          "Fri, 31 Mar 2017", "March 31, 2017", "2017-03-31", "2017-03-31 00:00:00", "31/03/2017 10:30",
          "31 MARCH 2017"}) {
        INFO(text);
        CHECK(read(text) == "2017-03-31");
    }
}

TEST_CASE("the day comes before the month, always", "[dates][CW-64]") {
    CHECK(read("\"05/04/2017\"") == "2017-04-05");
    CHECK(read("\"13/05/2017\"") == "2017-05-13");
    CHECK(read("\"05/13/2017\"") == "unreadable");
}

TEST_CASE("a month starts on its first day and ends on its last", "[dates][CW-64]") {
    for (const char* text :
         {"Mar-17", "Mar 2017", "March 2017", "03/2017", "\"3.2017\"", "2017-03", "Mar '17"}) {
        INFO(text);
        CHECK(read(text, End::first) == "month 2017-03-01");
        CHECK(read(text, End::last) == "month 2017-03-31");
    }
    CHECK(read("end of March 2017", End::first) == "month 2017-03-31");
    CHECK(read("by the end of Feb 2016", End::first) == "month 2016-02-29");
    CHECK(read("start of March 2017", End::last) == "month 2017-03-01");
    CHECK(read("Sept 2016") == "month 2016-09-30");
}

TEST_CASE("a quarter starts on its first day and ends on its last", "[dates][CW-64]") {
    CHECK(read("Q4 2016-17", End::first) == "quarter 2017-01-01");
    CHECK(read("Q4 2016-17", End::last) == "quarter 2017-03-31");
    CHECK(read("Quarter 1 2016/17", End::last) == "quarter 2016-06-30");
    CHECK(read("end of Q2 2016-17", End::first) == "quarter 2016-09-30");
}

TEST_CASE("words where a date should be are no date", "[dates][CW-07]") {
    for (const char* text : {"Spring 2017", "TBC", "ongoing", "On-going", "2016-17", "mid March 2017",
                             "Q4 2016", "when funding allows", "March 2017 (tbc)", "\"2017\"", "ASAP"}) {
        INFO(text);
        CHECK(read(text) == "vague");
    }
}

TEST_CASE("what is no date, or could be two, is unreadable", "[dates][CW-07]") {
    for (const char* text : {"31/02/2017", "13/13/2017", "00/01/2017", "03/17", "March 17", "31 March",
                             "31032017", "12", "31/03/17/18", "31/03/0017", "31/03/20177", "1/2/3/4",
                             "31 Foo 2017", "31/03/2017?", "99999999999999999999", "."}) {
        INFO(text);
        CHECK(read("\"" + std::string(text) + "\"") == "unreadable");
    }
    CHECK(read("TRUE") == "unreadable");
    CHECK(read("#REF!") == "unreadable");
    CHECK(read("=?") == "unreadable");
    CHECK(read("94.7%") == "unreadable");
}

TEST_CASE("a pasted serial number without a date's format is a day of this century or no date", "[dates]") {
    CHECK(read("42643") == "2016-09-30");
    CHECK(read("36526") == "2000-01-01");
    CHECK(read("73050") == "2099-12-31");
    CHECK(read("36525") == "unreadable");
    CHECK(read("73051") == "unreadable");
    CHECK(read("2017") == "unreadable");
    CHECK(read("-42643") == "unreadable");
    CHECK(read("1E999") == "unreadable");
}

TEST_CASE("no date is not the same as an unreadable one", "[dates]") {
    CHECK(engine::read_date(nullptr, false, End::last).kind == DateField::Kind::blank);
    for (const char* text : {"\"\"", "\"  \"", "n/a", "-", "Not applicable"}) {
        INFO(text);
        CHECK(read(text) == "blank");
    }
}

TEST_CASE("a workbook that counts from 1904 gives the same dates", "[dates]") {
    CHECK(field("30/09/2016", End::last, true).date == 2016y / 9 / 30);
    CHECK(field("30/09/2016", End::last, true).shown == "30 Sep 2016");
}

TEST_CASE("a date typed as text is known as such", "[dates]") {
    CHECK(field("\"31/03/2017\"").text);
    CHECK_FALSE(field("31/03/2017").text);
    CHECK(field("Mar-17").shown == "Mar-17");
}

TEST_CASE("a span is counted in calendar months and the days beyond them", "[dates][CW-55][CW-56][CW-57]") {
    using engine::span_between;
    CHECK(span_between(2017y / 1 / 31, 2017y / 2 / 28) == Span{1, 0});
    CHECK(span_between(2016y / 9 / 30, 2016y / 12 / 31) == Span{3, 0});
    CHECK(span_between(2017y / 4 / 15, 2017y / 7 / 15) == Span{3, 0});
    CHECK(span_between(2017y / 4 / 15, 2017y / 7 / 16) == Span{3, 1});
    CHECK(span_between(2017y / 4 / 15, 2017y / 7 / 14) == Span{2, 29});
    CHECK(span_between(2017y / 1 / 30, 2017y / 2 / 28) == Span{1, 0});
    CHECK(span_between(2017y / 4 / 1, 2017y / 4 / 13) == Span{0, 12});
    CHECK(span_between(2016y / 4 / 30, 2018y / 4 / 30) == Span{24, 0});
    CHECK(span_between(2017y / 4 / 1, 2017y / 4 / 1) == Span{0, 0});
}

TEST_CASE("dates given as months compare by month", "[dates][CW-57]") {
    CHECK(engine::span_between(2017y / 4 / 30, 2017y / 7 / 31, true) == Span{3, 0});
    CHECK(engine::span_between(2017y / 4 / 1, 2017y / 7 / 31, true) == Span{3, 0});
}

TEST_CASE("an earlier date is a negative span", "[dates][CW-62]") {
    CHECK(engine::span_between(2017y / 7 / 16, 2017y / 4 / 15) == Span{-3, -1});
    CHECK(engine::span_between(2017y / 7 / 16, 2017y / 4 / 15) < Span{});
}

TEST_CASE("a span prints in words", "[dates]") {
    CHECK(to_text(Span{3, 0}) == "3 months");
    CHECK(to_text(Span{1, 4}) == "1 month and 4 days");
    CHECK(to_text(Span{0, 12}) == "12 days");
    CHECK(to_text(Span{0, 0}) == "0 days");
    CHECK(to_text(Span{0, -1}) == "1 day earlier");
}
