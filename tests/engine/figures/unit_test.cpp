#include "engine/figures/unit.h"

#include <catch2/catch_test_macros.hpp>

using engine::Frequency;
using engine::Measured;
using engine::Polarity;
using engine::Unit;

TEST_CASE("units are read as plans word them", "[unit]") {
    for (const char* text : {"%", "Percentage", "per cent", "% of households", "Percentage (%)"})
        CHECK(engine::parse_unit(text) == Unit::percent);
    for (const char* text : {"Number", "no.", "No", "#", "Number of visits", "count"})
        CHECK(engine::parse_unit(text) == Unit::count);
    for (const char* text : {"rate per 10,000", "per 1,000 population", "Number per 100,000"})
        CHECK(engine::parse_unit(text) == Unit::rate);
    for (const char* text : {"£", "£000", "£m", "£ per head", "GBP"})
        CHECK(engine::parse_unit(text) == Unit::money);
    for (const char* text : {"days", "Working days", "Number of days", "days per employee"})
        CHECK(engine::parse_unit(text) == Unit::days);
    CHECK(engine::parse_unit("weeks") == Unit::weeks);
    CHECK(engine::parse_unit("ratio") == Unit::score);
    CHECK(engine::parse_unit("kg") == Unit::other);
    CHECK_FALSE(engine::parse_unit("  "));
}

TEST_CASE("a figure's number format follows its unit", "[unit]") {
    CHECK(engine::number_format(Unit::percent, "%", 1) == "0.0%");
    CHECK(engine::number_format(Unit::count, "Number", 0) == "#,##0");
    CHECK(engine::number_format(Unit::money, "£", 2) == "£#,##0.00");
    CHECK(engine::number_format(Unit::money, "£000", 0) == "£#,##0\"k\"");
    CHECK(engine::number_format(Unit::money, "£m", 1) == "£#,##0.0\"m\"");
    CHECK(engine::number_format(Unit::days, "days", 1) == "#,##0.0");
}

TEST_CASE("polarity is read in its many words", "[unit]") {
    for (const char* text : {"Higher", "High", "Up", "Increase", "Bigger is better", "▲", "Aim to maximise"})
        CHECK(engine::parse_polarity(text) == Polarity::higher);
    for (const char* text : {"Lower", "Down", "Reduce", "Reducing is good", "▼", "Low is good"})
        CHECK(engine::parse_polarity(text) == Polarity::lower);
    for (const char* text : {"In range", "Within range", "Maintain"})
        CHECK(engine::parse_polarity(text) == Polarity::in_range);
    for (const char* text : {"", "Higher or lower", "n/a"}) CHECK_FALSE(engine::parse_polarity(text));
}

TEST_CASE("frequency and the way of measuring are read from their words", "[unit]") {
    CHECK(engine::parse_frequency("Quarterly") == Frequency::quarterly);
    CHECK(engine::parse_frequency("monthly") == Frequency::monthly);
    CHECK(engine::parse_frequency("Annually") == Frequency::annual);
    CHECK(engine::parse_frequency("Annual survey") == Frequency::survey);
    CHECK_FALSE(engine::parse_frequency("6-monthly"));
    CHECK_FALSE(engine::parse_frequency(""));
    CHECK_FALSE(engine::parse_frequency("TBC"));
    CHECK(engine::parse_measured("Snapshot") == Measured::snapshot);
    CHECK(engine::parse_measured("Cumulative (year to date)") == Measured::cumulative);
    CHECK(engine::parse_measured("Non-cumulative") == Measured::snapshot);
    CHECK_FALSE(engine::parse_measured("?"));
}
