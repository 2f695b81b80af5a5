#include "engine/report/slots_for.h"

#include "engine/report/area.h"
#include "engine/status/decide.h"
#include "tests/engine/report/slot_reading.h"
#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <numeric>

using support::field;
using support::Quarter;
using support::rows;

static cells::Slots slots_of(Quarter& quarter) {
    return engine::slots_for(quarter.papers(), quarter.decided(), quarter.framework.reports.front(),
                             {.version = "1.2", .fingerprint = "c0ffee"});
}

TEST_CASE("the legend is made from the rules that ran, letter for letter", "[CW-33]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | actual 60 | target 60");
    CHECK(
        rows(slots_of(quarter), "legend", {"word", "definition"})
        == "Green | \u2022 The measure has achieved its target OR\n"
           "\u2022 The measure is on track to achieve its target.\n"
           "Amber | \u2022 The target has almost been reached \u2013 this is defined as being within 5% of "
           "the agreed target.\n"
           "\u2022 Robust actions are in place to bring performance back on track.\n"
           "Red | The measure has not achieved its target by a margin greater than 5%.\n"
           "M | \u2022 The measure reports on an annual basis and therefore performance cannot be reviewed "
           "in-year.\n"
           "\u2022 The measure is a survey or perception measure and therefore cannot be reported or "
           "forecast at this stage\n"
           "\u2022 Further information is required regarding the development of a target for this measure.\n"
           "\u2022 Further information is required regarding the development of an appropriate baseline for "
           "the measure.\n");
    CHECK(support::scopes(slots_of(quarter), "action_legend").size() == 6);
    CHECK(support::scopes(slots_of(quarter), "direction_legend").size() == 4);
}

TEST_CASE("a change of the framework's wording changes the legend and the tables alike", "[CW-33]") {
    Quarter quarter("2016-17 Q2");
    quarter.framework.statuses[0].word = "On course";
    quarter.indicator("BS-01 | kpi | actual 60 | target 60");
    CHECK(rows(slots_of(quarter), "outcome.kpi", {"status"}) == "On course\n");
    CHECK(rows(slots_of(quarter), "legend", {"word"}) == "On course\nAmber\nRed\nM\n");
}

TEST_CASE("a status is a word, and brings its colours; a direction's symbol never stands alone",
          "[CW-34][CW-47]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | actual 60 | target 60 | Q1 65");
    const auto slots = slots_of(quarter);
    CHECK(rows(slots, "outcome.kpi", {"status", "direction"}) == "Green | \u25bc Declining\n");
    const auto& status = support::scopes(slots, "outcome.kpi")[0]->fields.find("status")->second;
    REQUIRE(status.colours);
    CHECK(*status.colours == quarter.framework.words(engine::StatusRole::met).colours);
}

TEST_CASE("the key indicators of every plan stand under their outcome, figures as Excel holds them",
          "[CW-74]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | baseline 90 | target 99 | Q1 93.2 | actual 94.7 | forecast 96")
        .indicator("BS-02 | actual 94.7 | target 99")
        .plan("2")
        .indicator("ED-01 | kpi | number | places 0 | lower | target 40 | actual 44 | commentary Two schools "
                   "closed.");
    CHECK(rows(slots_of(quarter), "outcome.kpi",
               {"ref", "good", "baseline", "target", "last", "actual", "forecast"})
          == "BS-01 | Higher | 0.9 as 0.0% | 0.99 as 0.0% | 0.932 as 0.0% | 0.947 as 0.0% | 0.96 as 0.0%\n"
             "ED-01 | Lower | 50 as #,##0 | 40 as #,##0 |  | 44 as #,##0 | \n");
    CHECK(rows(slots_of(quarter), "outcome.kpi", {"commentary"}) == "\nTwo schools closed.\n");
}

TEST_CASE("every outcome has its row of counts, which add up to the council's", "[CW-81]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | target 60 | actual 60")
        .indicator("BS-02 | target 60 | actual 58")
        .indicator("BS-03 | annual | target 60")
        .action("BS-A01 | 01/04/2016 to 31/03/2017 | returned")
        .plan("2")
        .indicator("ED-01 | target 60 | actual 20 | Q1 10")
        .indicator("ED-02 | target 60");
    const auto slots = slots_of(quarter);
    const auto all = support::scopes(slots, "outcome");
    REQUIRE(all.size() == 10); // the other eight have no plan here, and nothing in them
    const auto sum = [&](std::initializer_list<const char*> fields) {
        cells::Decimal total;
        for (const auto* outcome : all)
            for (const char* name : fields)
                total = total + std::get<cells::Decimal>(outcome->fields.find(name)->second.value);
        return total.to_text();
    };
    CHECK(rows(slots, "outcome", {"priority", "green", "amber", "red", "measured", "not_rated"})
              .starts_with("1 | 1 | 1 | 0 | 1 | 0\n2 | 0 | 0 | 1 | 0 | 1\n3 | 0 | 0 | 0 | 0 | 0\n"));
    CHECK(sum({"green", "amber", "red", "measured", "not_rated"}) == "5");
    CHECK(sum({"improving", "maintained", "declining", "no_direction"}) == "5");
    CHECK(sum({"scheduled", "on_target", "delivered", "slipped_less", "slipped_more", "not_viable",
               "action_not_rated"})
          == "1");
}

TEST_CASE("the report opens with an overview across the council, and says what it is of", "[CW-82]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | target 60 | actual 60").indicator("BS-02 | target 60 | actual 50");
    const auto slots = slots_of(quarter);
    CHECK(field(slots, "council.overview_indicators")
          == "1 of the 2 indicators rated were Green (50%), 0 Amber (0%), 1 Red (50%).");
    CHECK(field(slots, "council.overview_kpis")
          == "1 of the 1 key performance indicators rated were Green (100%), 0 Amber (0%), 0 Red (0%).");
    CHECK(field(slots, "report.period") == "2016-17 Quarter 2 (July to September 2016)");
    CHECK(field(slots, "report.as_at") == "30 Sep 2016");
    CHECK(field(slots, "report.provenance")
          == "Worked out by Outturn 1.2 from the framework cheshire-west-and-chester, version 1. Inputs: "
             "c0ffee");
}

TEST_CASE("a return that is not signed off is named, and its figures are marked") {
    Quarter quarter("2016-17 Q2");
    quarter.unsigned_return().indicator("BS-01 | kpi | target 60 | actual 60 | commentary On course.");
    const auto slots = slots_of(quarter);
    CHECK(field(slots, "report.unverified")
          == "Not verified and approved: Housing Services. Figures of this service are marked as not "
             "verified.");
    CHECK(rows(slots, "outcome.kpi", {"commentary"}) == "On course. [Not verified]\n");
}

TEST_CASE("a figure that is withheld is not shown, and the reader is told") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | target 60 | actual sixty or so");
    CHECK(rows(slots_of(quarter), "outcome.kpi", {"actual", "status", "commentary"})
          == " | Not rated | [Figure withheld: the return has an error to be put right]\n");
}

TEST_CASE("a provisional figure and a suppressed one are marked") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | number | places 0 | target 60 | actual 62 (prov)")
        .indicator("BS-02 | kpi | number | target 60 | actual <5");
    CHECK(rows(slots_of(quarter), "outcome.kpi", {"actual", "commentary"})
          == "62 as #,##0 | [Provisional figure]\n<5 | [Too few to publish]\n");
}

TEST_CASE("at mid-year and year-end key indicators that are Red are listed, with whether they are worse than "
          "their baseline",
          "[CW-68]") {
    const auto red = [](const char* period) {
        Quarter quarter(period);
        quarter.indicator("BS-01 | kpi | target 60 | actual 40 | baseline 45 | corrective A second team.")
            .indicator("BS-02 | kpi | target 60 | actual 50 | baseline 45")
            .indicator("BS-03 | target 60 | actual 40");
        return rows(slots_of(quarter), "further_information.red_kpi",
                    {"ref", "worse_than_baseline", "corrective"});
    };
    CHECK(red("2016-17 Q2") == "BS-01 | Yes | A second team.\nBS-02 | No | \n");
    CHECK(red("2016-17 Q4") == "BS-01 | Yes | A second team.\nBS-02 | No | \n");
    CHECK(red("2016-17 Q1").empty());
}

TEST_CASE(
    "at the quarters between, all that was Red is listed with its position now and how long it has been Red",
    "[CW-69][CW-70][CW-72][CW-73]") {
    Quarter quarter("2016-17 Q3");
    quarter.indicator("BS-01 | kpi | target 60 | Q1 40 | Q2 41 | actual 42")
        .indicator("BS-02 | target 60 | Q1 60 | Q2 41 | actual 61")
        .indicator("BS-03 | target 60 | Q1 60 | Q2 60 | actual 20");
    const auto slots = slots_of(quarter);
    CHECK(field(slots, "progress.previous") == "2016-17 Q2");
    CHECK(rows(slots, "progress.exception", {"ref", "was", "now", "run"})
          == "BS-01 | Red | Red | 3\nBS-02 | Red | Green | 0\n");
    CHECK(rows(slots, "progress.new_red", {"ref", "was", "now"}) == "BS-03 | Green | Red\n");
    CHECK(support::scopes(slots, "further_information").empty());
}

TEST_CASE("a measure that was Red and was removed at the refresh stays on the list", "[CW-71]") {
    Quarter quarter("2017-18 Q1");
    quarter.plan("1")
        .indicator("BS-01 | target 2016-17 60 | 2016-17 Q4 40")
        .indicator("BS-02 | target 2016-17 60 | 2016-17 Q4 60")
        .plan("1 | 2.0 | from 01/04/2017")
        .indicator("BS-02 | target 60 | target 2016-17 60 | actual 60");
    CHECK(rows(slots_of(quarter), "progress.exception", {"ref", "last", "was", "now"})
          == "BS-01 | 0.4 as 0.0% | Red | Removed at refresh\n");
}

TEST_CASE("benchmarks stand at mid-year with their period, or say that there is none",
          "[CW-49][CW-50][CW-51]") {
    const auto benchmarks = [](const char* period) {
        Quarter quarter(period);
        quarter.indicator("BS-01 | kpi | target 60 | actual 60")
            .indicator("BS-02 | kpi | lower | target 60 | actual 60");
        engine::Papers papers = quarter.papers();
        const auto figure = [](std::int64_t value) {
            engine::Figure read;
            read.value = cells::Decimal(value);
            read.shown = read.value->to_text() + "%";
            return read;
        };
        papers.plans[0].benchmarks = {
            {.ref = {"BS-01", {}},
             .period = {"2015-16", {}},
             .group = {"England", {}},
             .ours = figure(58),
             .theirs = figure(55)},
            {.ref = {"BS-01", {}},
             .period = {"2014-15", {}},
             .group = {"North West", {}},
             .ours = figure(52),
             .theirs = figure(53)},
            {.ref = {"BS-02", {}},
             .period = {"2015-16", {}},
             .group = {"England", {}},
             .ours = figure(58),
             .theirs = {},
             .not_available = true},
        };
        const auto decided = engine::decide(papers);
        const auto slots = engine::slots_for(papers, decided, quarter.framework.reports.front(), {});
        return rows(slots, "benchmarking.benchmark",
                    {"ref", "period", "ours", "theirs", "group", "standing"});
    };
    CHECK(benchmarks("2016-17 Q2")
          == "BS-01 | 2015-16 | 0.58 as 0.0% | 0.55 as 0.0% | England | Better\n"
             "BS-01 | 2014-15 | 0.52 as 0.0% | 0.53 as 0.0% | North West | Worse\n"
             "BS-02 | 2015-16 | 0.58 as 0.0% | not available | England | \n");
    CHECK(benchmarks("2016-17 Q3").empty());
}

TEST_CASE("slipped and abandoned actions stand under their outcome, worst first") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | revised 31/01/2017 | reason The survey ran late.")
        .action("BS-A02 | 01/04/2016 to 31/12/2016 | revised 31/07/2017 | reason No bids. | corrective "
                "Tendered again.")
        .action(
            "BS-A03 | 01/04/2016 to 31/12/2016 | status No longer viable | reason The grant was withdrawn.")
        .action("BS-A04 | 01/04/2016 to 31/12/2016 | returned");
    CHECK(
        rows(slots_of(quarter), "outcome.slipped",
             {"ref", "end", "revised", "status", "reason", "corrective"})
        == "BS-A03 | 31 Dec 2016 |  | No longer viable | The grant was withdrawn. | \n"
           "BS-A02 | 31 Dec 2016 | 31 Jul 2017 | Slipped (more than 3 months) | No bids. | Tendered again.\n"
           "BS-A01 | 31 Dec 2016 | 31 Jan 2017 | Slipped (less than 3 months) | The survey ran late. | \n");
}

TEST_CASE("a report can be cut to one area, counted again", "[CW-84]") {
    Quarter quarter("2016-17 Q2");
    quarter.indicator("BS-01 | kpi | target 60 | actual 60").indicator("BS-02 | kpi | target 60 | actual 20");
    engine::Papers papers = quarter.papers();
    papers.plans[0].indicators[0].area = {"Northgate", {}};
    papers.plans[0].indicators[1].area = {"Westbrook", {}};
    const auto decided = engine::decide(papers);

    const auto part = engine::of_area(papers, decided, "northgate");
    REQUIRE(part);
    const auto slots = engine::slots_for(papers, *part, quarter.framework.reports.front(), {});
    CHECK(rows(slots, "outcome.kpi", {"ref"}) == "BS-01\n");
    CHECK(field(slots, "council.overview_indicators")
          == "1 of the 1 indicators rated were Green (100%), 0 Amber (0%), 0 Red (0%).");
    CHECK(rows(slots, "further_information.red_kpi", {"ref"}).empty());

    const auto none = engine::of_area(papers, decided, "Southgate");
    REQUIRE(!none);
    CHECK(none.error().what == "No indicator in the plans is of this area");
    CHECK(none.error().next == "There is Northgate, Westbrook");
}
