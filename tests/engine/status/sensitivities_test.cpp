#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using support::Quarter;

/// "5% as percentage points (A1): Amber", one a line.
static std::string sensitive(std::string_view period, std::string_view line) {
    Quarter quarter(period);
    quarter.indicator("BS-01 | " + std::string(line));
    std::string lines;
    for (const engine::Sensitivity& other : quarter.of("BS-01").sensitivities)
        lines +=
            (lines.empty() ? "" : "\n") + other.setting + ": " + quarter.framework.words(other.role).word;
    return lines;
}

TEST_CASE("a status that another reading of 5% would change is listed", "[sensitivities][A1]") {
    CHECK(sensitive("2016-17 Q4", "target 40% | actual 36%") == "5% as percentage points (A1): Amber");
    CHECK(sensitive("2016-17 Q4", "number | target 40 | actual 36").empty());
}

TEST_CASE("the council's published example is Amber under both readings of 5%", "[sensitivities][A1]") {
    CHECK(sensitive("2018-19 Q1", "target 99% | actual 94.7%").empty());
}

TEST_CASE("a status exactly on the boundary is listed", "[sensitivities][A2]") {
    CHECK(sensitive("2016-17 Q4", "number | target 100 | actual 95")
          == "the other status for exactly 5% (A2): Red");
}

TEST_CASE("a status that rounding would change is listed", "[sensitivities][A23]") {
    CHECK(sensitive("2016-17 Q4", "target 95 | actual 94.96") == "compared as displayed (A23): Green");
}

TEST_CASE("a status that rests on the forecast is listed", "[sensitivities][A4]") {
    CHECK(sensitive("2016-17 Q2", "target 100 | actual 80 | forecast 100")
          == "without the forecast (A4): Red");
    CHECK(sensitive("2016-17 Q2", "number | cumulative | target 100 | actual 40 | forecast 100")
          == "without the forecast (A4): Not rated");
}

TEST_CASE("an indicator that is not rated depends on no threshold", "[sensitivities]") {
    CHECK(sensitive("2016-17 Q2", "target 99").empty());
    CHECK(sensitive("2016-17 Q2", "annual | target 99 | actual 90").empty());
}
