#include "engine/records/read_plan.h"

#include "tests/support/cheshire_west.h"
#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace std::chrono_literals;
using engine::Marker;
using engine::Observed;
using engine::Period;
using engine::Plan;

static const std::string cover = R"(
    [Outcome plan]
    | Outcome plan |
    3 | Council | Marlbridge Borough Council |
    | Priority | 7 |
    | Outcome | Good quality and affordable housing |
    | Short name | Good quality housing |
    | Theme | Places |
    | Outcome owner | Cabinet Member for Housing |
    | Plan version | "1.0" |
    | Approved on | 24/03/2016 |
    | Effective from | 01/04/2016 |
    | Template version | OP-2016-1 |
)";

static const std::string indicators = R"(
    [Indicators]
    | Indicators of the plan | < | < |
    | Ref | Indicator | Unit | Good is | KPI | Frequency | Measured as | Decimals | Responsible service | Baseline | Annual target | < | 2015-16 | < | 2016-17 profiled target | < | 2016-17 | < | 2016-17 status | < |
    | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 2016-17 | 2017-18 | Q4 | Target | Q1 | Q2 | Q1 | Q2 | Q1 | Q2 |
    | Homes for all | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < |
    | HO-01 | Relet time | days | Lower | Yes | Quarterly | Snapshot | 1 | Housing Services | 24.5 | 20 | 18 | 23.1 | 22 | 21 | 20.5 | 20.8 | | Green | |
    | HO-02 | Homes built | Number | Higher | No | Quarterly | Cumulative | | Housing Services | TBC | 240 | | 210 | | 40 | 110 | 51 | | Green | |
    | HO-03 | Decent homes | % | Higher | y | Annual survey | | 0 | ^ | 94.7% | 96% | 97% | 95.0% | | | | | | | |
)";

static const std::string actions = R"(
    [Actions]
    | Ref | Action | Lead officer | Responsible service | Start date | End date | 2016-17 revised end date | < | Completed on | 2016-17 status | < | 2016-17 commentary | < |
    | ^ | ^ | ^ | ^ | ^ | ^ | Q1 | Q2 | ^ | Q1 | Q2 | Q1 | Q2 |
    | HO-A01 | Build a hostel | Head of Housing | Housing Services | Apr-16 | Mar-17 | Jun-17 | | | Slipped | | Late | |
    | HO-A02 | Review lettings | Head of Housing | Housing Services | 01/04/2016 | Spring 2017 | | | 30/06/2016 | | | | |
)";

static const std::string rest = R"(
    [Benchmarks]
    | Ref | Indicator | Period | Our value | Comparator group | Comparator value |
    | HO-01 | Relet time | 2015-16 | 23.1 | Similar councils | 25.2 |
    | HO-02 | Homes built | 2015-16 | 210 | Similar councils | not available |
    [Change log]
    | Ref | Item changed | Old value | New value | Plan version | Effective from | Approved by | Reason |
    | HO-01 | Target 2016-17 | 22 | 20 | "1.1" | Jul-16 | Cabinet | Better than expected |
)";

static Plan read(const std::string& drawing) {
    auto plan = engine::read_plan(support::draw_sheets(drawing), support::cheshire_west(), "07-housing.xlsx");
    if (!plan) FAIL(to_text(plan.error()));
    return *std::move(plan);
}

TEST_CASE("a plan's cover says which priority it is of and which version", "[records]") {
    const Plan plan = read(cover + indicators + actions + rest);
    CHECK(plan.priority == 7);
    CHECK(plan.outcome.value == "Good quality and affordable housing");
    CHECK(plan.theme.value == "Places");
    CHECK(plan.version.value == "1.0");
    CHECK(plan.approved.date == 2016y / 3 / 24);
    CHECK(plan.effective.date == 2016y / 4 / 1);
    CHECK(plan.priority_text.at == cells::Address{4, 2});
    CHECK(plan.director.blank());
    CHECK_FALSE(plan.director.at);
}

TEST_CASE("a priority may be given by number or by name", "[records]") {
    const auto priority = [](const std::string& words) {
        const std::string sheets = "[Outcome plan]\n| Council | M |\n| Priority | " + words
                                   + " |\n| Outcome | Housing |\n" + indicators + actions;
        return read(sheets).priority;
    };
    CHECK(priority("Priority 7") == 7);
    CHECK(priority("10") == 10);
    CHECK(priority("7. Good quality housing") == 7);
    CHECK(priority("GOOD QUALITY HOUSING") == 7);
    CHECK(priority("Housing and more") == 0);
}

TEST_CASE("an indicator has all that the plan says of it, each with its cell", "[records][CW-03][CW-04]") {
    const Plan plan = read(cover + indicators + actions + rest);
    REQUIRE(plan.indicators.size() == 3);
    const engine::Indicator& relet = plan.indicators[0];
    CHECK(relet.ref.value == "HO-01");
    CHECK(relet.ref.at == cells::Address{5, 1});
    CHECK(relet.sheet == "Indicators");
    CHECK(relet.section == "Homes for all");
    CHECK(relet.unit == engine::Unit::days);
    CHECK(relet.polarity == engine::Polarity::lower);
    CHECK(relet.kpi);
    CHECK(relet.frequency == engine::Frequency::quarterly);
    CHECK(relet.measured == engine::Measured::snapshot);
    CHECK(relet.places == 1);
    CHECK(relet.baseline.value->to_text() == "24.5");
    CHECK(relet.target(2015)->value->to_text() == "22");
    CHECK(relet.target(2016)->value->to_text() == "20");
    CHECK(relet.target(2017)->at == cells::Address{5, 12});
    CHECK_FALSE(relet.target(2018));
    CHECK(relet.actual({2015, 4})->value->to_text() == "23.1");
    CHECK(relet.actual({2016, 1})->value->to_text() == "20.8");
    CHECK(relet.actual({2016, 2})->blank());
    CHECK(relet.actual({2016, 2})->at == cells::Address{5, 18});
    CHECK(relet.profile({2016, 2})->value->to_text() == "20.5");
    CHECK_FALSE(relet.forecast({2016, 1}));
    CHECK(relet.statuses.at({2016, 1}).value == "Green");

    CHECK(plan.indicators[1].measured == engine::Measured::cumulative);
    CHECK_FALSE(plan.indicators[1].kpi);
    CHECK(plan.indicators[1].places == 0);
    CHECK(plan.indicators[1].baseline.marker == Marker::pending);
    CHECK(plan.indicators[2].frequency == engine::Frequency::survey);
    CHECK(plan.indicators[2].baseline.value->to_text() == "94.7");
}

TEST_CASE("text merged down several rows says the same in each", "[records]") {
    CHECK(read(cover + indicators + actions + rest).indicators[2].service.value == "Housing Services");
}

TEST_CASE("an action's months stand for first and last days", "[records][CW-64]") {
    const Plan plan = read(cover + indicators + actions + rest);
    REQUIRE(plan.actions.size() == 2);
    const engine::PlannedAction& hostel = plan.actions[0];
    CHECK(hostel.start.date == 2016y / 4 / 1);
    CHECK(hostel.end.date == 2017y / 3 / 31);
    CHECK(hostel.revised.at({2016, 1}).date == 2017y / 6 / 30);
    CHECK(hostel.end_as_of({2016, 2}).date == 2017y / 6 / 30);
    CHECK(hostel.end_as_of({2015, 4}).date == 2017y / 3 / 31);
    CHECK(hostel.commentaries.at({2016, 1}).value == "Late");
    CHECK(plan.actions[1].end.kind == engine::DateField::Kind::vague);
    CHECK(plan.actions[1].completed.date == 2016y / 6 / 30);
}

TEST_CASE("benchmarks and the change log are read, and words for no benchmark", "[records][CW-51]") {
    const Plan plan = read(cover + indicators + actions + rest);
    REQUIRE(plan.benchmarks.size() == 2);
    CHECK(plan.benchmarks[0].theirs.value->to_text() == "25.2");
    CHECK_FALSE(plan.benchmarks[0].not_available);
    CHECK(plan.benchmarks[1].not_available);
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.changes[0].before.value == "22");
    CHECK(plan.changes[0].effective.date == 2016y / 7 / 1);
    CHECK(read(cover + indicators + actions).benchmarks.empty());
}

TEST_CASE("a plan without a table of indicators is an error", "[records]") {
    const auto plan =
        engine::read_plan(support::draw_sheets(cover + actions), support::cheshire_west(), "07.xlsx");
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().kind == cells::Error::Kind::not_found);
    CHECK(plan.error().what
          == "There is no table of indicators, and what comes nearest to it has no column \"Indicator\"");
}

TEST_CASE("a plan's output cells are those of the period", "[records]") {
    const auto sheets = support::draw_sheets(cover + indicators + actions + rest);
    const Plan plan = read(cover + indicators + actions + rest);
    const auto outputs = engine::output_cells(plan, sheets, support::cheshire_west(), Period{2016, 2});
    REQUIRE(outputs.size() == 5);
    CHECK(outputs[0].sheet == "Indicators");
    CHECK(outputs[0].row == 5);
    CHECK(to_text(outputs[0].actual) == "R5");
    CHECK(to_text(outputs[0].status) == "T5");
    CHECK_FALSE(outputs[0].forecast);
    CHECK_FALSE(outputs[0].revised);
    CHECK(outputs[3].sheet == "Actions");
    CHECK(to_text(outputs[3].revised) == "H3");
    CHECK(to_text(outputs[3].completed) == "I3");
    CHECK(to_text(outputs[3].commentary) == "M3");
    CHECK_FALSE(engine::output_cells(plan, sheets, support::cheshire_west(), Period{2018, 2})[0].actual);
}

TEST_CASE("figures in a row without a reference are noticed, and the row is no record", "[records][CW-03]") {
    const Plan plan = read(cover + R"(
        [Indicators]
        | Ref | Indicator | Baseline |
        | HO-01 | Relet time | 24.5 |
        | | Homes built | 210 |
        | | continued from above | |
    )" + actions);
    CHECK(plan.indicators.size() == 1);
    REQUIRE(plan.observed.size() == 1);
    CHECK(plan.observed[0].kind == Observed::Kind::row_without_ref);
    CHECK(plan.observed[0].at == cells::Address{3, 3});
    CHECK(plan.observed[0].text == "210");
}

TEST_CASE("a plan may count its dates from 1904", "[records]") {
    const auto sheets = support::draw_sheets(cover + indicators + actions, true);
    const auto plan = engine::read_plan(sheets, support::cheshire_west(), "07.xlsx");
    REQUIRE(plan.has_value());
    CHECK(plan->approved.date == 2016y / 3 / 24);
    CHECK(plan->approved.shown == "24 Mar 2016");
}
