#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

using engine::Decided;
using support::Quarter;

/// "BS-01 BS-03"
static std::string refs(const Decided& decided, const std::vector<std::size_t>& indexes) {
    std::string refs;
    for (const std::size_t index : indexes)
        refs += (refs.empty() ? "" : " ") + decided.indicators[index].indicator->ref.value;
    return refs;
}

TEST_CASE("at mid-year and year-end the Red KPIs owe further information", "[exceptions][CW-68][CW-72]") {
    const auto red_kpis = [](const char* period) {
        Quarter quarter(period);
        quarter.indicator("BS-01 | kpi | target 99 | actual 80")
            .indicator("BS-02 | target 99 | actual 80")
            .indicator("BS-03 | kpi | target 99 | actual 98");
        return refs(quarter.decided(), quarter.decided().red_kpis);
    };
    CHECK(red_kpis("2016-17 Q2") == "BS-01");
    CHECK(red_kpis("2016-17 Q4") == "BS-01");
    CHECK(red_kpis("2016-17 Q1").empty());
    CHECK(red_kpis("2016-17 Q3").empty());
}

TEST_CASE("at the quarters between, everything Red the quarter before is an exception, whatever it is now",
          "[exceptions][CW-69]") {
    Quarter quarter("2016-17 Q3");
    quarter.indicator("BS-01 | target 99 | Q2 80 | actual 99")
        .indicator("BS-02 | kpi | target 99 | Q2 80 | actual 80")
        .indicator("BS-03 | target 99 | Q2 99 | actual 80")
        .indicator("BS-04 | target 99 | Q2 80");
    CHECK(refs(quarter.decided(), quarter.decided().exceptions) == "BS-01 BS-02 BS-04");
    Quarter mid_year("2016-17 Q2");
    mid_year.indicator("BS-01 | target 99 | Q1 80 | actual 80");
    CHECK(mid_year.decided().exceptions.empty());
}

TEST_CASE("what is newly Red is listed apart, so that none is hidden", "[exceptions][CW-70]") {
    Quarter quarter("2016-17 Q3");
    quarter.indicator("BS-01 | target 99 | Q2 99 | actual 80")
        .indicator("BS-02 | target 99 | Q2 80 | actual 80")
        .indicator("BS-03 | target 99 | actual 80");
    CHECK(refs(quarter.decided(), quarter.decided().new_reds) == "BS-01 BS-03");
}

TEST_CASE("a measure Red at the year's end and removed at the refresh is still told of",
          "[exceptions][CW-71][A19]") {
    Quarter quarter("2017-18 Q1");
    quarter.plan("1 | v1.0 | from 01/04/2016")
        .indicator("BS-01 | target 2016-17 99 | 2016-17 Q4 80")
        .indicator("BS-02 | target 2016-17 99 | 2016-17 Q4 99")
        .plan("1 | v2.0 | from 01/04/2017")
        .indicator("BS-03 | target 99 | actual 99");
    CHECK(quarter.decided().removed_reds == std::vector<std::string>{"BS-01"});
}

TEST_CASE("an exception knows how many quarters running it has been Red", "[exceptions][CW-73]") {
    Quarter quarter("2016-17 Q3");
    quarter.indicator("BS-01 | target 99 | target 2015-16 99 | 2015-16 Q4 98 | Q1 80 | Q2 80 | actual 80")
        .indicator("BS-02 | target 99 | target 2015-16 99 | 2015-16 Q4 80 | Q1 80 | Q2 80 | actual 80")
        .indicator("BS-03 | target 99 | Q2 80 | actual 99");
    CHECK(quarter.of("BS-01").red_run == 3);
    CHECK(quarter.of("BS-02").red_run == 4);
    CHECK(quarter.of("BS-03").red_run == 0);
}

TEST_CASE("a long slip must be explained", "[exceptions][CW-67]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | revised 30/06/2017 | reason No tenders came")
        .action("BS-A02 | 01/04/2016 to 31/12/2016 | revised 30/06/2017 | reason No tenders came | "
                "corrective Asked "
                "again");
    std::string refs;
    for (const engine::Finding& finding : quarter.decided().findings)
        if (finding.rule == "V040") refs += finding.ref;
    CHECK(refs == "BS-A01");
}
