#include "engine/records/read_return.h"

#include "tests/support/cheshire_west.h"
#include "tests/support/sheet_drawing.h"

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using engine::Marker;
using engine::Observed;
using engine::Return;

static const std::string cover = R"(
    [Return]
    | Quarterly return |
    | Council | Marlbridge Borough Council |
    | Service | Housing Services |
    | Directorate | Places |
    | Period | 2016-17 Q2 |
    | Figures as at | 30/09/2016 |
    | Template version | QR-2016-1 |
    | Completed by | Performance officer |
    | Verified by | Head of Housing |
    | Verified on | 12/10/2016 |
    | Approved by | Director of Places |
    | Approved on | 14 October 2016 |
)";

static const std::string indicators = R"(
    [Indicators]
    | Ref | Indicator | Unit | Good is | Annual target | Last quarter | Numerator | Denominator | Actual | Year-end forecast | Status | Commentary | Corrective action |
    | Good quality housing | < | < | < | < | < | < | < | < | < | < | < | < |
    | HO-01 | Relet time | days | Lower | 20 | 20.8 | 620 | 30 | 20.7 days | 20 | | Fewer voids | |
    | HO-02 | Homes built | Number | Higher | 240 | 51 | | | 1,234 (prov) | TBC | Amber | | |
    | HO-03 | Decent homes | % | Higher | 96% | n/a | | | <5 | | | | | ~
    | 101 | Repairs | % | Higher | 98% | | 97 | 100 | =97.0% | | | | |
)";

static const std::string actions = R"(
    [Actions]
    | Ref | Action | Start date | End date | Revised end date | Completed on | Status | Reason for delay | Commentary |
    | HO-A01 | Build a hostel | Apr-16 | Mar-17 | "31/06/2017" | n/a | Slipped | Ground conditions | Piling |
)";

static Return read(const std::string& drawing) {
    auto returned =
        engine::read_return(support::draw_sheets(drawing), support::cheshire_west(), "housing-services.xlsx");
    if (!returned) FAIL(to_text(returned.error()));
    return *std::move(returned);
}

TEST_CASE("a cover may give a label and its value in one cell", "[records]") {
    const Return returned = read(R"(
        [Return]
        | Service: Housing Services | |
        | Period: 2016-17 Q2 | |
        | Figures as at : 30/09/2016 | |
        | Verified by | Head of Housing: acting |
    )" + indicators + actions);
    CHECK(returned.service.value == "Housing Services");
    CHECK(returned.period == engine::Period{2016, 2});
    CHECK(returned.as_at.date == 2016y / 9 / 30);
    CHECK(to_text(returned.as_at.at) == "A3");
    CHECK(returned.verified_by.value == "Head of Housing: acting");
}

TEST_CASE("a return's cover says whose it is, for when, and who signed it", "[records]") {
    const Return returned = read(cover + indicators + actions);
    CHECK(returned.service.value == "Housing Services");
    CHECK(returned.period == engine::Period{2016, 2});
    CHECK(returned.as_at.date == 2016y / 9 / 30);
    CHECK(returned.approved_on.date == 2016y / 10 / 14);
    CHECK(returned.signed_off());
}

TEST_CASE("a return counts as signed when both have signed and said when", "[records][CW-85]") {
    Return returned = read(cover + indicators + actions);
    returned.approved_by.value = "TBC";
    CHECK_FALSE(returned.signed_off());
    returned.approved_by.value = "Director of Places";
    returned.verified_on.date.reset();
    CHECK_FALSE(returned.signed_off());
}

TEST_CASE("a returned row keeps value, marker and cell of each figure", "[records][CW-30]") {
    const Return returned = read(cover + indicators + actions);
    REQUIRE(returned.indicators.size() == 4);
    const engine::ReturnedIndicator& relet = returned.indicators[0];
    CHECK(relet.section == "Good quality housing");
    CHECK(relet.actual.value->to_text() == "20.7");
    CHECK(relet.actual.text);
    CHECK(relet.actual.at == cells::Address{3, 9});
    CHECK(relet.numerator.value->to_text() == "620");
    CHECK(relet.corrective.at == cells::Address{3, 13});
    CHECK(relet.corrective.blank());
    CHECK(returned.indicators[1].actual.marker == Marker::provisional);
    CHECK(returned.indicators[1].forecast.marker == Marker::pending);
    CHECK(returned.indicators[1].status.value == "Amber");
    CHECK(returned.indicators[2].actual.marker == Marker::suppressed);
    CHECK(returned.indicators[2].hidden);
    CHECK(returned.indicators[3].actual.value->to_text() == "97");
    CHECK(returned.indicator_status_column == 11);
    CHECK(returned.action_status_column == 7);
}

TEST_CASE("a reference typed as a number is the reference that it shows", "[records]") {
    CHECK(read(cover + indicators + actions).indicators[3].ref.value == "101");
}

TEST_CASE("a returned action keeps what cannot be read for the rules to judge", "[records][CW-07]") {
    const Return returned = read(cover + indicators + actions);
    REQUIRE(returned.actions.size() == 1);
    CHECK(returned.actions[0].start.date == 2016y / 4 / 1);
    CHECK(returned.actions[0].revised.kind == engine::DateField::Kind::unreadable);
    CHECK(returned.actions[0].revised.shown == "31/06/2017");
    CHECK(returned.actions[0].completed.kind == engine::DateField::Kind::blank);
    CHECK(returned.actions[0].reason.value == "Ground conditions");
}

TEST_CASE("a column may be headed with the return's own quarter", "[records]") {
    const Return returned = read(cover + R"(
        [Indicators]
        | Ref | Q1 actual | Q2 actual | Target 2016-17 |
        | HO-01 | 20.8 | 20.7 | 20 |
    )");
    CHECK(returned.indicators[0].actual.value->to_text() == "20.7");
    CHECK(returned.indicators[0].target.value->to_text() == "20");
    CHECK(returned.actions_sheet.empty());
}

TEST_CASE("hidden rows and columns with figures are noticed", "[records]") {
    const Return returned = read(cover + R"(
        [Indicators]
        | Ref | Actual | Numerator | Commentary |
        | HO-01 | 20.8 | 620 | |
        | HO-02 | 51 | 51 | | ~
        | HO-03 | n/a | | none | ~
        hidden columns: C, D
    )");
    REQUIRE(returned.observed.size() == 2);
    CHECK(returned.observed[0].kind == Observed::Kind::hidden_figures);
    CHECK(returned.observed[0].at == cells::Address{3, 2});
    CHECK(returned.observed[1].at == cells::Address{2, 3});
}

TEST_CASE("a number among formulas is noticed, where formulas are the rule", "[records]") {
    const auto noticed = [](std::string_view column) {
        return read(cover + "[Indicators]\n| Ref | Actual |\n" + std::string(column)).observed;
    };
    const auto typed_over = noticed("| A1 | =12 |\n| A2 | =13 |\n| A3 | 14 |\n| A4 | =15 |\n");
    REQUIRE(typed_over.size() == 1);
    CHECK(typed_over[0].kind == Observed::Kind::formula_typed_over);
    CHECK(typed_over[0].at == cells::Address{4, 2});
    CHECK(noticed("| A1 | =12 |\n| A2 | =13 |\n| A3 | 14 |\n").empty());
    CHECK(noticed("| A1 | =1 |\n| A2 | =2 |\n| A3 | =3 |\n| A4 | 4 |\n| A5 | 5 |\n| A6 | 6 |\n").empty());
}

TEST_CASE("headings and labels with a slip of the pen are noticed", "[records]") {
    const Return returned = read(R"(
        [Return]
        | Service | Housing Services |
        | Peroid | 2016-17 Q2 |
        [Indicators]
        | Ref | Acutal |
        | HO-01 | 20.8 |
    )");
    REQUIRE(returned.observed.size() == 2);
    CHECK(returned.observed[0].kind == Observed::Kind::near_heading);
    CHECK(returned.observed[0].sheet == "Return");
    CHECK(returned.observed[1].text == "Acutal");
    CHECK(returned.observed[1].meant == "Actual");
}

TEST_CASE("a workbook is recognised by its cover", "[records]") {
    const auto kind = [](std::string_view drawing) {
        const auto found =
            engine::recognise(support::draw_sheets(drawing), support::cheshire_west(), "a.xlsx");
        return found ? *found : to_text(found.error());
    };
    CHECK(kind(cover + indicators) == "return");
    CHECK(kind("[Outcome plan]\n| Council | M |\n| Priority | 7 |\n| Outcome | Housing |") == "plan");
    CHECK(kind("[Sheet1]\n| Minutes |")
          == "a.xlsx: The workbook is neither an outcome plan nor a quarterly return. A cover of the outcome "
             "plan has "
             "the labels \"Council\", \"Priority\", \"Outcome\"; a cover of the return has \"Service\", "
             "\"Period\". "
             "Add them, or leave this workbook out.");
}

TEST_CASE("a return without its table of indicators is an error", "[records]") {
    const auto returned =
        engine::read_return(support::draw_sheets(cover), support::cheshire_west(), "a.xlsx");
    REQUIRE_FALSE(returned.has_value());
    CHECK(returned.error().where == "a.xlsx");
}
