#include "engine/figures/figure.h"

#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <vector>

using engine::Figure;
using engine::Unit;

static Figure figure(std::string_view look, Unit unit = Unit::count) {
    const cells::Cell cell = support::draw_cell(look);
    return engine::read_figure(&cell, unit);
}

/// "94.7", "1234 provisional", "suppressed": what a cell comes to.
static std::string read(std::string_view look, Unit unit = Unit::count) {
    static constexpr std::array<const char*, 10> names = {
        "",        "provisional", "estimate", "suppressed",   "not applicable",
        "pending", "unreadable",  "error",    "uncalculated", "out of range"};
    const Figure found = figure(look, unit);
    const std::string marker = names[static_cast<std::size_t>(found.marker)];
    if (!found.value) return found.blank() ? "blank" : marker;
    return found.value->to_text() + (marker.empty() ? "" : " " + marker);
}

TEST_CASE("a percentage is the same figure however it is held", "[figures][CW-31]") {
    CHECK(read("94.7%", Unit::percent) == "94.7");
    CHECK(read("94.7", Unit::percent) == "94.7");
    CHECK(read("\"94.7%\"", Unit::percent) == "94.7");
    CHECK(read("\"94.7 %\"", Unit::percent) == "94.7");
    CHECK(read("94.7 per cent", Unit::percent) == "94.7");
    CHECK(figure("94.7%", Unit::percent).percent);
    CHECK(figure("\"94.7%\"", Unit::percent).percent);
    CHECK_FALSE(figure("94.7", Unit::percent).percent);
    CHECK_FALSE(figure("0.947", Unit::percent).percent);
    CHECK(read("0.947", Unit::percent) == "0.947");
}

TEST_CASE("a ratio shown as a percentage is still a ratio", "[figures]") {
    CHECK(read("94.7%", Unit::score) == "0.947");
    CHECK(read("\"94.7%\"", Unit::score) == "0.947");
    CHECK(read("0.947", Unit::score) == "0.947");
}

TEST_CASE("text in a number's cell gives value and marker apart", "[figures][CW-30]") {
    CHECK(read("n/a") == "not applicable");
    CHECK(read("95%*", Unit::percent) == "95 provisional");
    CHECK(read("c.40") == "40 estimate");
    CHECK(read("<5") == "suppressed");
    CHECK(read("1,234 (prov)") == "1234 provisional");
    const Figure found = figure("1,234 (prov)");
    CHECK(found.shown == "1,234 (prov)");
    CHECK(found.text);
}

TEST_CASE("figures are read as people type them", "[figures]") {
    CHECK(read("\"1,234\"") == "1234");
    CHECK(read("\"£1,234.50\"", Unit::money) == "1234.5");
    CHECK(read("\"-£5\"", Unit::money) == "-5");
    CHECK(read("\"£-5\"", Unit::money) == "-5");
    CHECK(read("(1,234)") == "-1234");
    CHECK(read("(£1,234)", Unit::money) == "-1234");
    CHECK(read("(5.2%)", Unit::percent) == "-5.2");
    CHECK(read("\"- 12\"") == "-12");
    CHECK(read("\"−12\"") == "-12");
    CHECK(read("\"+12\"") == "12");
    CHECK(read("\".5\"") == "0.5");
    CHECK(read("\" 12 \"") == "12");
    CHECK(read("\"\u00A012\"") == "12");
    CHECK(read("12 days", Unit::days) == "12");
    CHECK(read("3 weeks", Unit::weeks) == "3");
}

TEST_CASE("words in brackets after a figure are a remark on it", "[figures]") {
    CHECK(read("74% (06/07)", Unit::percent) == "74");
    CHECK(read("74% (prov)", Unit::percent) == "74 provisional");
    CHECK(read("74 [1]") == "74");
    CHECK(read("74 (est.)") == "74 estimate");
    CHECK(read("74 (TBC)") == "74 provisional");
    CHECK(read("(74) (prov)") == "-74 provisional");
    CHECK(read("12 (of 14)") == "12");
}

TEST_CASE("provisional figures and estimates keep their value", "[figures]") {
    for (const char* text : {"12 p", "12*", "12 prov", "12 Prov.", "12 provisional", "prov 12", "12p",
                             "12 (p)", "Provisional: 12"}) {
        INFO(text);
        CHECK(read(text) == "12 provisional");
    }
    for (const char* text : {"~12", "c12", "c. 12", "ca 12", "circa 12", "approx 12", "Approx. 12",
                             "about 12", "est 12", "12 est", "12 (estimate)", "≈12"}) {
        INFO(text);
        CHECK(read(text) == "12 estimate");
    }
    CHECK(read("12p", Unit::money) == "unreadable");
}

TEST_CASE("a figure that is not told has no value", "[figures]") {
    for (const char* text :
         {"<5", "< 5", "<=5", "less than 5", "Fewer than 5", "*", "[c]", "suppressed", ">95%"}) {
        INFO(text);
        CHECK(read(text) == "suppressed");
    }
}

TEST_CASE("words for no figure are told apart from words for not yet", "[figures]") {
    for (const char* text : {"n/a", "N/A", "NA", "-", "–", "not applicable", "Annual indicator"}) {
        INFO(text);
        CHECK(read(text) == "not applicable");
    }
    for (const char* text : {"TBC", "tbd", "awaited", "Awaiting national data", "not yet available",
                             "Not available until 2018", "in development", "to be confirmed"}) {
        INFO(text);
        CHECK(read(text) == "pending");
    }
}

TEST_CASE("what cannot be read for certain is unreadable, never zero", "[figures][CW-30]") {
    for (const char* text :
         {"12 of 14", "12/14", "3-5",   "1.2m",  "£1.2m", "5k",     "12,34",    "1,23,456",
          "12,5",     "1 234", "nil",   "none",  "zero",  "twelve", "12 weeks", "5 thereabouts",
          "1E+3x",    "--5",   "£",     "%",     "()",    "<",      "<n",       "1.2.3",
          "#",        "0x10",  "12 13", "Green", "yes"}) {
        INFO(text);
        CHECK(read("\"" + std::string(text) + "\"", Unit::days) == "unreadable");
    }
    CHECK(read("TRUE") == "unreadable");
}

TEST_CASE("a date in a figure's cell is no figure: Excel makes one of 3/4", "[figures]") {
    CHECK(read("03/04/2016") == "unreadable");
    CHECK(figure("03/04/2016").shown == "3 Apr 2016");
}

TEST_CASE("errors, formulas never calculated and numbers beyond any figure are told apart", "[figures]") {
    CHECK(read("#DIV/0!") == "error");
    CHECK(figure("#DIV/0!").shown == "#DIV/0!");
    CHECK(read("=?") == "uncalculated");
    CHECK(read("1E999") == "out of range");
    CHECK(read("\"1,000,000,000,000,000\"") == "out of range");
    CHECK(read("-1000000000000") == "out of range");
    CHECK(read("999999999999.99") == "999999999999.99");
    CHECK(read("10000000000.01%") == "10000000000.01");
    CHECK(read("1000000000000%") == "out of range");
    CHECK(read("=12") == "12");
    CHECK(figure("=12").formula);
}

TEST_CASE("a blank cell is blank", "[figures]") {
    CHECK(engine::read_figure(nullptr, Unit::percent).blank());
    CHECK(read("\"\"") == "blank");
    CHECK(read("\"  \"") == "blank");
    CHECK(read("\"\u00A0\"") == "blank");
    CHECK_FALSE(figure("n/a").blank());
    CHECK_FALSE(figure("=?").blank());
}

TEST_CASE("a figure knows with how many places it was shown", "[figures]") {
    CHECK(figure("94.70%", Unit::percent).places == 2);
    CHECK(figure("94.7").places == -1);
    CHECK(figure("\"94.70\"").places == 2);
    CHECK(figure("12 days", Unit::days).places == 0);
    CHECK(figure("95.0#").places == 1);
}
