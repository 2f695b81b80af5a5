#include "engine/report/values_for.h"

#include "engine/status/decide.h"
#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using support::Quarter;

/// "AE3 0.947 as 0.0%, AM3 Amber": what is written into the plan, whose period's columns are AE, AI, AM, AQ.
static std::string written(const engine::Papers& papers, const engine::Decided& decided,
                           const engine::Framework& framework) {
    std::vector<engine::PlanCells> cells;
    for (const auto& indicator : papers.plans[0].indicators)
        cells.push_back({.sheet = indicator.sheet,
                         .row = indicator.row,
                         .actual = {indicator.row, 31},
                         .forecast = {indicator.row, 35},
                         .status = {indicator.row, 39},
                         .commentary = {indicator.row, 43},
                         .revised = {},
                         .completed = {}});
    for (const auto& action : papers.plans[0].actions)
        cells.push_back({.sheet = action.sheet,
                         .row = action.row,
                         .actual = {},
                         .forecast = {},
                         .status = {action.row, 13},
                         .commentary = {action.row, 17},
                         .revised = {action.row, 8},
                         .completed = {action.row, 11}});
    std::string text;
    for (const cells::Mark& mark : engine::values_for(papers.plans[0], cells, decided, framework).cells) {
        text += (text.empty() ? "" : ", ") + cells::to_text(mark.at) + " ";
        const cells::Written& value = mark.value.value();
        if (const auto* words = std::get_if<std::string>(&value)) text += *words;
        if (const auto* number = std::get_if<cells::Decimal>(&value)) text += number->to_text();
        if (const auto* date = std::get_if<cells::Date>(&value)) text += cells::to_text(*date);
        if (!mark.number_format.empty()) text += " as " + mark.number_format;
        if (mark.edited_from) text += " (edited from " + *mark.edited_from + ")";
    }
    return text;
}

static std::string written(Quarter& quarter) {
    return written(quarter.papers(), quarter.decided(), quarter.framework);
}

TEST_CASE(
    "an accepted row's figures, status and commentary go into the plan, and the sender's target does not",
    "[CW-11]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | number | target 100 | actual 98 | forecast 99 | commentary Two short.");
    engine::Papers papers = quarter.papers();
    papers.returns[0].indicators[0].target.value = cells::Decimal(50);
    papers.returns[0].indicators[0].target.shown = "50";
    CHECK(written(papers, engine::decide(papers), quarter.framework)
          == "AE3 98, AI3 99, AM3 Amber, AQ3 Two short.");
}

TEST_CASE("a row that is withheld leaves the plan's figures as they are", "[CW-11]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | number | target 100 | actual many | commentary Two short.");
    CHECK(written(quarter) == "AM3 Not rated");
}

TEST_CASE("a percentage is written as the plan's own cells hold theirs") {
    Quarter points("2016-17 Q2");
    points.indicator("BS-01 | target 99 | actual 94.7 | baseline 50");
    CHECK(written(points).starts_with("AE3 94.7,"));
    Quarter fractions("2016-17 Q2");
    fractions.indicator("BS-01 | target 99% | actual 94.7 | baseline 50%");
    CHECK(written(fractions).starts_with("AE3 0.947 as 0%,"));
}

TEST_CASE("a cell without a format takes that of the latest actual, else of a target, else of the baseline") {
    Quarter actual("2016-17 Q2");
    actual.indicator("BS-01 | Q1 94.25% | target 99.0% | actual 94.7 | baseline 50%");
    CHECK(written(actual).starts_with("AE3 0.947 as 0.00%,"));
    Quarter target("2016-17 Q2");
    target.indicator("BS-01 | target 99% | target 2017-18 99.5% | actual 94.7 | baseline 50.0%");
    CHECK(written(target).starts_with("AE3 0.947 as 0%,"));
    Quarter other_year("2016-17 Q2");
    other_year.indicator("BS-01 | target 2017-18 99.5% | actual 94.7 | baseline 50");
    CHECK(written(other_year).starts_with("AE3 0.947 as 0.0%,"));
    Quarter money("2016-17 Q2");
    money.indicator("BS-01 | £ | target £1,200.50 | actual 1234 | forecast 1240 | baseline 50");
    CHECK(written(money).starts_with("AE3 1234 as £#,##0.00, AI3 1240 as £#,##0.00,"));
    Quarter count("2016-17 Q2");
    count.indicator("BS-01 | number | Q1 1,234 | actual 1240 | baseline 50");
    CHECK(written(count).starts_with("AE3 1240 as #,##0,"));
}

TEST_CASE("a ratio that the plan shows as a percentage is written as the ratio that it is") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | score | Q1 94.0% | target 0.95 | actual 0.947");
    CHECK(written(quarter).starts_with("AE3 0.947 as 0.0%,"));
}

TEST_CASE("a cell that has a format of its own keeps it") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | Q1 94.25% | target 99% | actual 94.7");
    engine::Papers papers = quarter.papers();
    engine::Figure& cell = papers.plans[0].indicators[0].actuals[{2016, 2}];
    cell.percent = true;
    cell.places = 0;
    CHECK(written(papers, engine::decide(papers), quarter.framework).starts_with("AE3 0.947,"));
    cell.percent = false;
    cell.places = 1;
    CHECK(written(papers, engine::decide(papers), quarter.framework).starts_with("AE3 94.7,"));
}

TEST_CASE("a suppressed figure stays as it was typed") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | number | target 100 | actual <5");
    CHECK(written(quarter).starts_with("AE3 <5,"));
}

TEST_CASE("commentary that was edited in the plan stands in the service's place, and is still the editor's") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator(
        "BS-01 | number | target 100 | actual 100 | commentary All done. | edited All were done in time.");
    CHECK(written(quarter) == "AE3 100, AM3 Green, AQ3 All were done in time. (edited from All done.)");
}

TEST_CASE("an action gets its status, its revised end and its completion") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | revised 31/01/2017 | commentary Late.")
        .action("BS-A02 | 01/04/2016 to 31/12/2016 | completed 01/09/2016");
    CHECK(written(quarter)
          == "M3 Slipped (less than 3 months), Q3 Late., H3 31 Jan 2017, M4 Delivered, K4 1 Sep 2016");
}
