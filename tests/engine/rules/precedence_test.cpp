// One fault, one finding: what a fault also breaks is not said a second time.
#include "engine/status/decide.h"
#include "tests/support/example.h"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

/// Exactly the expected rows are flagged, by exactly the expected rules.
static void check(std::string_view text) {
    const auto example = support::read_example(text);
    const engine::Decided decided = engine::decide(example->papers);
    CHECK(support::findings_by_row(*example, decided.findings) == support::expectations(*example));
}

TEST_CASE("a percentage out by a hundred is not also a jump, a wrong percentage and a miss", "[rules]") {
    check(R"(
        return:
            Ref   | Unit | Numerator | Denominator | Actual | Commentary | expect
            BS-01 | %    |        43 |          50 | 0.86   |            | V017
            BS-02 | %    |        43 |          50 | 8600%  |            | V017
    )");
}

TEST_CASE("figures typed the wrong way round are not also a wrong percentage above 100", "[rules]") {
    check(R"(
        return:
            Ref   | Unit | Numerator | Denominator | Actual | Commentary | expect
            BS-01 | %    |       120 |         103 | 116.5% |            | V012
    )");
}

TEST_CASE("text that is no figure is not also a missing return", "[rules]") {
    check(R"(
        return:
            Ref   | Actual  | Commentary | expect
            BS-01 | unknown |            | V014
    )");
}

TEST_CASE("a return for another period is one finding, whatever its rows hold", "[rules]") {
    check(R"(
        plan:
            Ref   | expect
            BS-01 |
            BS-02 |
        return:
            Ref   | Actual  | Status | expect
            BS-01 | unknown | Red    |
            BS-01 | -3      | M      |
            XX-01 | 75%     | Red    |
        cover:
            Label                 | Value      | expect
            Period                | 2016-17 Q1 | V005
            Finance report period | 2016-17 Q1 |
            Approved by           |            |
    )");
}

TEST_CASE("two returns of one service are a finding on each cover, and none at their rows", "[rules]") {
    check(R"(
        plan:
            Ref   | expect
            BS-01 |
        return a:
            Ref   | Actual | expect
            BS-01 | 86.2%  |
        cover a:
            Label   | Value            | expect
            Service | Housing Services | V006
        return b:
            Ref   | Actual | expect
            BS-01 | 87.0%  |
        cover b:
            Label   | Value            | expect
            Service | Housing Services | V006
    )");
}

TEST_CASE(
    "a reference typed wrongly is unknown in its row and missing from the return, and names the likely one",
    "[rules]") {
    static constexpr std::string_view text = R"(
        plan:
            Ref   | Indicator     | expect
            BS-01 | Homes let     |
            BS-02 | Rent gathered | V003
        return:
            Ref   | Indicator     | expect
            BS-01 | Homes let     |
            BS-92 | Rent gathered | V001
    )";
    check(text);
    const auto example = support::read_example(text);
    for (const engine::Finding& finding : engine::decide(example->papers).findings)
        if (finding.rule == "V001") CHECK(finding.detail == "did you mean BS-02?");
}

TEST_CASE("a row that an error withholds is not judged further", "[rules]") {
    check(R"(
        return:
            Ref   | Actual | Status | Commentary | Corrective action | expect
            BS-01 | -75.3% | Green  |            |                   | V019
        return actions:
            Ref    | Completed on | Status    | expect
            BS-A01 | 03/10/2016   | Delivered | V034
    )");
}

TEST_CASE("a return without any plan is checked for what is wrong in itself", "[rules]") {
    const auto example = support::read_example(R"(
        return:
            Ref   | Unit | Numerator | Denominator | Actual | expect
            BS-01 | %    |       103 |         120 | 85.8%  |
            BS-02 | %    |       120 |         103 | 85.8%  | V012
            BS-03 | %    |           |             | 0.862  | V017
    )");
    example->papers.plans.clear();
    const engine::Decided decided = engine::decide(example->papers);
    CHECK(support::findings_by_row(*example, decided.findings) == support::expectations(*example));
}
