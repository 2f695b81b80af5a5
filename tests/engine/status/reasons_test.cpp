#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using support::Quarter;

/// A reason's operands, one a line: "actual 94.7% at return.xlsx: Indicators!I3".
static std::string operands(const engine::Reason& reason) {
    std::string lines;
    for (const engine::Operand& operand : reason.operands) {
        lines += (lines.empty() ? "" : "\n") + operand.name + " " + operand.value;
        if (!operand.place.file.empty()) lines += " at " + to_text(operand.place);
    }
    return lines;
}

TEST_CASE("a status names its figures down to the cell", "[status][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99% | profiled 98% | actual 94.7% | forecast 96%");
    CHECK(operands(quarter.of("BS-01").rating.reason)
          == "actual 94.7% at return.xlsx: Indicators!I3\n"
             "year-end forecast 96% at return.xlsx: Indicators!J3\n"
             "target for 2016-17 99% at plan-1.xlsx: Indicators!Q3");
}

TEST_CASE("a status by profile names the profiled target", "[status][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99% | profiled 90% | actual 94.7%");
    CHECK(operands(quarter.of("BS-01").rating.reason)
          == "actual 94.7% at return.xlsx: Indicators!I3\n"
             "profiled target for 2016-17 Q2 90% at plan-1.xlsx: Indicators!AA3\n"
             "target for 2016-17 99% at plan-1.xlsx: Indicators!Q3");
}

TEST_CASE("a direction names both figures and their periods", "[direction][CW-43][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | Q1 94 | actual 94.7");
    CHECK(operands(quarter.of("BS-01").direction.reason)
          == "actual for 2016-17 Q2 94.7 at return.xlsx: Indicators!I3\n"
             "actual for 2016-17 Q1 94 at plan-1.xlsx: Indicators!AD3");
}

TEST_CASE("an action's status names its dates and the quarter's last day", "[action][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | Q1 28/02/2017 | revised 30/04/2017");
    CHECK(operands(quarter.action_of("BS-A01").reason)
          == "start date 1 Apr 2016 at plan-1.xlsx: Actions!E3\n"
             "end date as approved 31 Dec 2016 at plan-1.xlsx: Actions!F3\n"
             "end date as of 2016-17 Q1 28 Feb 2017 at plan-1.xlsx: Actions!G3\n"
             "revised end date 30 Apr 2017 at return.xlsx: Actions!E3\n"
             "last day of 2016-17 Q2 30 Sep 2016");
}

TEST_CASE("a withheld status names the finding that withholds it, and its cell", "[status][CW-30][CW-86]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | target 99 | actual nearly there");
    const auto& decided = quarter.of("BS-01");
    CHECK(decided.rating.reason.rule == "S01");
    CHECK(decided.rating.reason.words.starts_with("withheld: V014 "));
    REQUIRE(decided.rating.reason.operands.size() == 1);
    CHECK(to_text(decided.rating.reason.operands[0].place) == "return.xlsx: Indicators!I3");
}
