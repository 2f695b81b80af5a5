#include "tests/support/quarter.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using engine::Span;
using support::Quarter;
using support::tracked;

TEST_CASE("an action that starts after the quarter is scheduled", "[action][CW-52]") {
    CHECK(tracked("2016-17 Q2", "01/10/2016 to 31/03/2017 | returned") == "Scheduled for Future Quarters");
    CHECK(tracked("2016-17 Q2", "01/10/2016 to 31/03/2017") == "Scheduled for Future Quarters");
}

TEST_CASE("an action that has started and ends as planned is on target", "[action][CW-53]") {
    CHECK(tracked("2016-17 Q2", "30/09/2016 to 31/03/2017 | returned") == "On Target");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/03/2017 | revised 31/03/2017") == "On Target");
}

TEST_CASE("an action completed on or before the quarter's last day is delivered", "[action][CW-54]") {
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/03/2017 | completed 30/09/2016") == "Delivered");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/03/2017 | done 30/06/2016") == "Delivered");
}

TEST_CASE("a slip of less than three months and one of more are told apart", "[action][CW-55][CW-56]") {
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | revised 30/03/2017")
          == "Slipped (less than 3 months)");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | revised 01/01/2017")
          == "Slipped (less than 3 months)");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | revised 01/04/2017")
          == "Slipped (more than 3 months)");
}

TEST_CASE("a slip of exactly three months is the shorter one, and the reason says so",
          "[action][CW-57][A12]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | revised 31/03/2017");
    CHECK(quarter.action_status("BS-A01") == "Slipped (less than 3 months)");
    CHECK(
        quarter.action_of("BS-A01").reason.notes
        == std::vector<std::string>{"exactly on the boundary: counts as Slipped (less than 3 months) (A12)"});
}

TEST_CASE("months are calendar months, and dates given as months compare by month", "[action][CW-57][A12]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to Apr-17 | revised Jul-17")
        .action("BS-A02 | 01/04/2016 to 31/01/2017 | revised 30/04/2017")
        .action("BS-A03 | 01/04/2016 to 15/01/2017 | revised 16/04/2017");
    CHECK(quarter.action_of("BS-A01").since_approval == Span{3, 0});
    CHECK(quarter.action_of("BS-A02").since_approval == Span{3, 0});
    CHECK(quarter.action_of("BS-A03").since_approval == Span{3, 1});
    CHECK(quarter.action_status("BS-A03") == "Slipped (more than 3 months)");
}

TEST_CASE("an action marked as no longer viable is that, and stays it until the service says otherwise",
          "[action][CW-58]") {
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | status No longer viable | reason No funding")
          == "No longer viable");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | status No longer viable (no funding)")
          == "No longer viable");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | was No longer viable | returned")
          == "No longer viable");
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016 | was No longer viable | status On Target")
          == "On Target");
}

TEST_CASE(
    "an action past its end with no new date is overdue, and slipped to the quarter's end until answered",
    "[action][CW-59][A15]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2015 to 31/07/2016 | returned")
        .action("BS-A02 | 01/04/2015 to 30/04/2016 | returned")
        .action("BS-A03 | 01/04/2015 to 30/09/2016 | returned")
        .action("BS-A04 | 01/04/2015 to 31/07/2016 | revised 31/08/2016")
        .action("BS-A05 | 01/04/2015 to 31/07/2016");
    CHECK(quarter.action_of("BS-A01").overdue);
    CHECK(quarter.action_of("BS-A01").since_approval == Span{2, 0});
    CHECK(quarter.action_status("BS-A01") == "Slipped (less than 3 months)");
    CHECK(quarter.action_status("BS-A02") == "Slipped (more than 3 months)");
    CHECK(quarter.action_status("BS-A03") == "Slipped (less than 3 months)"); // due on the last day itself
    CHECK(quarter.action_of("BS-A04").overdue); // the new date has passed as well
    CHECK(quarter.action_of("BS-A05").overdue); // and nobody answered
}

TEST_CASE("an action said not to have started after its start date is flagged", "[action][CW-60][A16]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/07/2016 to 31/03/2017 | status Not started")
        .action("BS-A02 | 01/07/2016 to 31/03/2017 | status Scheduled for Future Quarters")
        .action("BS-A03 | 01/07/2016 to 31/03/2017 | returned");
    CHECK(quarter.action_of("BS-A01").should_have_started);
    CHECK(quarter.action_of("BS-A02").should_have_started);
    CHECK(!quarter.action_of("BS-A03").should_have_started);
}

TEST_CASE("two slips of two months are four since approval: both are kept and the worse decides",
          "[action][CW-61][A13]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | Q1 28/02/2017 | revised 30/04/2017");
    const auto& action = quarter.action_of("BS-A01");
    CHECK(action.since_approval == Span{4, 0});
    CHECK(action.since_last_quarter == Span{2, 0});
    CHECK(quarter.action_status("BS-A01") == "Slipped (more than 3 months)");
    CHECK(action.reason.words == "re-phased by 4 months since approval, 2 months since last quarter");
}

TEST_CASE("an action brought forward is on target, with a note", "[action][CW-62][A14]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | revised 30/11/2016")
        .action("BS-A02 | 01/04/2016 to 31/12/2016 | Q1 31/10/2016 | revised 30/11/2016");
    CHECK(quarter.action_status("BS-A01") == "On Target");
    CHECK(quarter.action_of("BS-A01").reason.notes == std::vector<std::string>{"brought forward (A14)"});
    CHECK(quarter.action_status("BS-A02") == "On Target"); // later than it was, and still before its end
}

TEST_CASE("an action delivered late is delivered, and its days late are kept", "[action][CW-63][A25]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/07/2016 | Q1 31/08/2016 | completed 05/08/2016")
        .action("BS-A02 | 01/04/2016 to 31/07/2016 | completed 31/07/2016");
    CHECK(quarter.action_status("BS-A01") == "Delivered");
    CHECK(quarter.action_of("BS-A01").days_late == 5);
    CHECK(!quarter.action_of("BS-A02").days_late);
}

TEST_CASE("a typed status does not change the one that the dates give", "[action][CW-65]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to 31/12/2016 | revised 30/06/2017 | status On Target");
    CHECK(quarter.action_status("BS-A01") == "Slipped (more than 3 months)");
    CHECK(std::ranges::count(quarter.decided().findings, "V047", &engine::Finding::rule) == 1);
}

TEST_CASE("an action left out of the return is not rated", "[action][CW-66]") {
    CHECK(tracked("2016-17 Q2", "01/04/2016 to 31/12/2016") == "Not rated");
}

TEST_CASE("an action whose dates are words is not rated", "[action][CW-07]") {
    Quarter quarter("2016-17 Q2");
    quarter.action("BS-A01 | 01/04/2016 to ongoing | returned");
    CHECK(quarter.action_status("BS-A01") == "Not rated");
}
