// The lines of Cheshire West and Chester's framework that a rule fulfils, each with its id. The tables are
// written as rules' examples are: see engine/rules/README.md.
#include "engine/status/decide.h"
#include "tests/support/example.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace {

/// An example and everything that was decided from it.
struct Checked {
    explicit Checked(std::string_view text)
        : example(support::read_example(text)), decided(engine::decide(example->papers)) {
        // Whatever else a case looks at, exactly the expected rows are flagged.
        CHECK(support::findings_by_row(*example, decided.findings) == support::expectations(*example));
    }

    /// The details of a rule's findings, in the order of the cells.
    std::string details(std::string_view rule) const {
        std::string lines;
        for (const engine::Finding& finding : decided.findings)
            if (finding.rule == rule) lines += finding.detail + "\n";
        return lines;
    }

    const engine::Finding& first(std::string_view rule) const {
        const auto found = std::ranges::find(decided.findings, rule, &engine::Finding::rule);
        REQUIRE(found != decided.findings.end());
        return *found;
    }

    std::unique_ptr<support::Example> example;
    engine::Decided decided;
};

} // namespace

TEST_CASE("a priority without a plan is an error that names it, and so is an eleventh plan", "[CW-01]") {
    const Checked checked(R"(
        priorities: 1 2
        expect: V011
        plan a:
            Ref   | expect
            BS-01 |
        plan b:
            Ref   | expect
            XX-01 |
        plan cover b:
            Label    | Value | expect
            Priority | 11    | V011
    )");
    CHECK(checked.details("V011")
          == "no plan for priority 2, Educated and skilled\nthe framework has no priority 11\n");
}

TEST_CASE("a row that hangs from no priority is an error", "[CW-03]") {
    const Checked checked(R"(
        plan cover:
            Label    | Value          | expect
            Priority | to be arranged | V062
    )");
    CHECK(checked.details("V062") == "'to be arranged' is no priority's number\n");
}

TEST_CASE("each thing that an indicator lacks is a finding of its own", "[CW-04]") {
    const Checked checked(R"(
        plan:
            Ref   | Definition | Frequency | Baseline | Annual target / 2017-18 | expect
            BS-01 | Visits     | Quarterly | 80%      | 85%                     |
            BS-02 |            |           |          |                         | V052
    )");
    CHECK(checked.details("V052")
          == "no definition\nno frequency\nno baseline\nno annual target for 2017-18\n");
}

TEST_CASE("a date that is missing, is no date, or ends before it starts is an error at its cell", "[CW-07]") {
    const Checked checked(R"(
        plan actions:
            Ref    | Start date | End date    | expect
            BS-A01 | 01/04/2016 | Spring 2017 | V031
            BS-A02 | 01/04/2016 | ongoing     | V031
            BS-A03 | 01/04/2016 |             | V031
            BS-A04 | 01/04/2017 | 31/03/2017  | V032
            BS-A05 | 01/04/2016 | 31/03/2017  |
    )");
    CHECK(checked.details("V031") == "end date 'Spring 2017'\nend date 'ongoing'\nno end date\n");
}

TEST_CASE("an action dated outside the plan's years is a query", "[CW-08]") {
    Checked(R"(
        plan actions:
            Ref    | Start date | End date   | expect
            BS-A01 | 01/04/2016 | 31/03/2020 |
            BS-A02 | 31/03/2016 | 31/03/2020 | V033
            BS-A03 | 01/04/2016 | 01/04/2020 | V033
    )");
}

TEST_CASE("a plan without a key performance indicator is queried", "[CW-09]") {
    Checked(R"(
        expect: V053
        plan:
            Ref   | KPI | expect
            BS-01 | No  |
    )");
}

TEST_CASE("a target without a unit or a number is not SMART", "[CW-10]") {
    const Checked checked(R"(
        plan:
            Ref   | Unit | Annual target / 2016-17 | Annual target / 2017-18 | expect
            BS-01 | %    | 85%                     | Top quartile            | V054
            BS-02 |      | 85                      | 86                      | V052 V054
            BS-03 | %    | 85%                     | 86%                     |
    )");
    CHECK(checked.details("V054") == "no number in 'Top quartile' for 2017-18\nno unit\n");
}

TEST_CASE("a return's other target is reported with both cells, and the plan's is used", "[CW-11]") {
    const Checked checked(R"(
        plan:
            Ref   | Annual target / 2016-17 | expect
            BS-01 | 85%                     |
        return:
            Ref   | Annual target | Actual | expect
            BS-01 | 80%           | 86.2%  | V046
    )");
    const engine::Finding& finding = checked.first("V046");
    CHECK(to_text(finding.place) == "return.xlsx: Indicators!E4");
    CHECK(to_text(finding.related) == "plan.xlsx: Indicators!P4");
    CHECK(finding.detail == "plan 85% at plan.xlsx: Indicators!P4, return 80%");
    CHECK(checked.decided.indicators[0].target.value == 85);
}

TEST_CASE("a target's change names old and new value, version, approver and reason", "[CW-13]") {
    const Checked checked(R"(
        change log:
            Ref   | Old value | New value | Plan version | Approved by | Reason         | expect
            BS-01 | 83%       | 85%       | "1.1"        | Cabinet     | Ahead of plan  |
            BS-02 |           | 85%       | "1.1"        | Cabinet     | New indicator  |
            BS-03 |           |           | "1.1"        |             |                | V057
        plan:
            Ref   | expect
            BS-01 |
    )");
    CHECK(checked.details("V057") == "no value, no approver, no reason\n");
}

TEST_CASE("targets without a basis are listed for the realism check", "[CW-14]") {
    Checked(R"(
        plan:
            Ref   | Target basis                | expect
            BS-01 | Median of similar councils  |
            BS-02 |                             | V055
    )");
}

TEST_CASE("Amber without a narrative of robust actions is a finding on the narrative's cell", "[CW-23]") {
    const Checked checked(R"(
        return:
            Ref   | Actual | Corrective action | expect
            BS-01 | 83.2%  |                   | V038
    )");
    CHECK(to_text(checked.first("V038").place) == "return.xlsx: Indicators!M4");
}

TEST_CASE("an M without one of its four reasons is an error", "[CW-27]") {
    Checked(R"(
        plan:
            Ref   | Frequency | Annual target / 2016-17 | Baseline | expect
            BS-01 | Annual    | 85%                     | 80%      |
            BS-02 | Survey    | 85%                     | 80%      |
            BS-03 | Quarterly | TBC                     | 80%      |
            BS-04 | Quarterly | 85%                     | TBC      |
            BS-05 | Quarterly | 85%                     | 80%      |
        return:
            Ref   | Actual | Status | expect
            BS-01 |        | M      |
            BS-02 |        | M      |
            BS-03 |        | M      |
            BS-04 |        | M      |
            BS-05 |        | M      | V060
    )");
}

TEST_CASE("a quarterly measure without figure or forecast is no return, not M", "[CW-28]") {
    const Checked checked(R"(
        return:
            Ref   | Actual | Year-end forecast | expect
            BS-01 |        |                   | V027
    )");
    CHECK(checked.decided.indicators[0].rating.role == engine::StatusRole::none);
}

TEST_CASE("a measure that was rated last quarter and is M now is asked why", "[CW-29]") {
    const Checked checked(R"(
        period: 2017-18 Q1
        plan:
            Ref   | 2016-17 / Q4 | Annual target / 2017-18 | expect
            BS-01 | 86%          | in development          |
        return:
            Ref   | expect
            BS-01 | V028
    )");
    CHECK(checked.details("V028") == "2016-17 Q4 was Green\n");
}

TEST_CASE("text in a figure's cell is a value with a marker, or an error, and never zero", "[CW-30]") {
    const Checked checked(R"(
        return:
            Ref   | Unit   | Actual        | expect
            BS-01 | %      | "95%*"        | V025
            BS-02 | Number | c.90          | V025
            BS-03 | Number | <5            | V026
            BS-04 | Number | 94 (prov)     | V025
            BS-05 | Number | n/a           | V027
            BS-06 | Number | see narrative | V014
    )");
    CHECK(checked.decided.indicators[3].actual.value == 94);
    CHECK(!checked.decided.indicators[5].actual.value);
    CHECK(checked.decided.indicators[5].rating.role == engine::StatusRole::none);
}

TEST_CASE("an earlier figure that is sent again with another value is listed as restated", "[CW-48]") {
    const Checked checked(R"(
        plan:
            Ref   | 2016-17 / Q1 | expect
            BS-01 | 84.0%        |
        return:
            Ref   | Last quarter | expect
            BS-01 | 82.5%        | V048
    )");
    CHECK(checked.decided.restatements.size() == 1);
}

TEST_CASE("at Q2 a key performance indicator has a benchmark or an explicit 'not available'",
          "[CW-49][CW-51]") {
    Checked(R"(
        plan:
            Ref   | KPI | expect
            BS-01 | Yes |
            BS-02 | Yes |
            BS-03 | Yes | V058
        benchmarks:
            Ref   | Comparator value | expect
            BS-01 | 82.4%            |
            BS-02 | not available    |
    )");
}

TEST_CASE("in other quarters benchmarks may be left out", "[CW-51]") {
    Checked(R"(
        period: 2016-17 Q3
        plan:
            Ref   | KPI | expect
            BS-01 | Yes |
        benchmarks:
            Ref   | expect
    )");
}

TEST_CASE("a benchmark without its period is not used silently", "[CW-50]") {
    Checked(R"(
        plan:
            Ref   | expect
            BS-01 |
            BS-02 | V058
        benchmarks:
            Ref   | Period  | Comparator value | expect
            BS-01 | 2015-16 | 82.4%            |
            BS-02 |         | 82.4%            |
    )");
}

TEST_CASE("an action that is no longer viable owes a reason", "[CW-58]") {
    Checked(R"(
        return actions:
            Ref    | Status           | Reason for delay             | expect
            BS-A01 | No longer viable |                              | V041
            BS-A02 | No longer viable | The grant has been withdrawn |
    )");
}

TEST_CASE("an action past its end, not delivered and without a new date, is overdue", "[CW-59]") {
    const Checked checked(R"(
        plan actions:
            Ref    | End date   | expect
            BS-A01 | 31/08/2016 |
        return actions:
            Ref    | Revised end date | Completed on | expect
            BS-A01 |                  |              | V035
    )");
    CHECK(checked.decided.actions[0].status == engine::ActionStatus::slipped_short);
}

TEST_CASE("an action that should have started and has not is queried", "[CW-60]") {
    Checked(R"(
        plan actions:
            Ref    | Start date | expect
            BS-A01 | 01/05/2016 |
        return actions:
            Ref    | Status      | expect
            BS-A01 | Not started | V036
    )");
}

TEST_CASE("a typed status that contradicts the dates is shown beside the one worked out", "[CW-65]") {
    const Checked checked(R"(
        return actions:
            Ref    | Status    | expect
            BS-A01 | Delivered | V047
    )");
    CHECK(checked.details("V047")
          == "typed Delivered, worked out On Target: " + checked.decided.actions[0].reason.words + "\n");
}

TEST_CASE("an approved action that is left out of the return is missed", "[CW-66]") {
    const Checked checked(R"(
        plan actions:
            Ref    | Action                | 2016-17 status / Q1 | expect
            BS-A01 | Open the library      |                     |
            BS-A02 | Repair the swing park |                     | V037
            BS-A03 | Move the clinic       | Delivered           |
        return actions:
            Ref    | expect
            BS-A01 |
    )");
    CHECK(checked.details("V037") == "BS-A02 Repair the swing park\n");
}

TEST_CASE("a slip of more than three months owes reasons and corrective actions, both", "[CW-67]") {
    const Checked checked(R"(
        plan actions:
            Ref    | End date   | expect
            BS-A01 | 31/12/2016 |
            BS-A02 | 31/12/2016 |
            BS-A03 | 31/12/2016 |
        return actions:
            Ref    | Revised end date | Reason for delay | Corrective action | expect
            BS-A01 | 30/06/2017       |                  | A second tender   | V040
            BS-A02 | 30/06/2017       | No offers came   |                   | V040
            BS-A03 | 30/06/2017       | No offers came   | A second tender   |
    )");
    CHECK(checked.details("V040") == "no reason for the delay\nno corrective action\n");
}

TEST_CASE("a Red key performance indicator owes further information at Q2 and Q4", "[CW-68]") {
    static constexpr std::string_view rows = R"(
        plan:
            Ref   | KPI | 2016-17 / Q1 | 2016-17 / Q2 | expect
            BS-01 | Yes | 84%          |              |
            BS-02 | No  | 84%          |              |
        return:
            Ref   | Actual | Corrective action | expect
            BS-02 | 75.3%  |                   |
            BS-01 | 75.3%  |                   | )";
    Checked(std::string(rows) + "V039");
    // At Q3 a measure that is newly Red is listed, and owes nothing yet (CW-72).
    Checked("period: 2016-17 Q3\n" + std::string(rows));
}

TEST_CASE("at Q1 and Q3 every measure that was Red the quarter before reports its progress", "[CW-69]") {
    Checked(R"(
        period: 2016-17 Q3
        plan:
            Ref   | KPI | 2016-17 / Q2 | expect
            BS-01 | Yes | 86%          |
            BS-02 | No  | 75%          |
            BS-03 | No  | 75%          |
        return:
            Ref   | Actual | Commentary               | expect
            BS-01 | 86.1%  | As expected              |
            BS-02 | 86.1%  |                          | V042
            BS-03 | 86.1%  | Three posts were filled  |
    )");
}

TEST_CASE("performance, finance and risk are on one quarter and one cut-off", "[CW-83]") {
    const Checked checked(R"(
        cover:
            Label                 | Value      | expect
            Finance report period | 2016-17 Q1 | V059
            Risk report period    | 2016-17 Q2 |
            Figures as at         | 31/08/2016 | V059
    )");
    CHECK(checked.details("V059")
          == "finance report for 2016-17 Q1\nfigures as at 31 Aug 2016; the quarter ends on 30 Sep 2016\n");
}
