#include "engine/records/papers.h"

#include "engine/records/finding.h"

#include <catch2/catch_test_macros.hpp>

using engine::Finding;
using engine::Place;
using engine::Severity;

TEST_CASE("references are compared without case, spaces and kinds of dash", "[records]") {
    CHECK(engine::same_ref("bs-01", "BS-01"));
    CHECK(engine::same_ref("BS - 01 ", "BS-01"));
    CHECK(engine::same_ref("BS–01", "BS-01"));
    CHECK_FALSE(engine::same_ref("BS-01", "BS-02"));
    CHECK_FALSE(engine::same_ref("BS-1", "BS-01"));
    CHECK_FALSE(engine::same_ref("BS-01", ""));
}

TEST_CASE("an indicator or action is found in the plans by its reference", "[records][CW-03]") {
    engine::Papers papers;
    papers.plans.resize(2);
    papers.plans[0].indicators.resize(1);
    papers.plans[0].indicators[0].ref.value = "BS-01";
    papers.plans[1].actions.resize(1);
    papers.plans[1].actions[0].ref.value = "HO-A01";
    CHECK(engine::find_indicator(papers, "bs-01").plan == papers.plans.data());
    CHECK(engine::find_action(papers, "HO-A01").action == papers.plans[1].actions.data());
    CHECK_FALSE(engine::find_indicator(papers, "HO-A01"));
    CHECK_FALSE(engine::find_action(papers, ""));
}

TEST_CASE("the end date in force is the last revised one up to the period", "[records][CW-61]") {
    using namespace std::chrono_literals;
    engine::PlannedAction action;
    action.end.date = 2017y / 3 / 31;
    action.revised[{2016, 1}].date = 2017y / 5 / 31;
    action.revised[{2016, 2}];
    action.revised[{2016, 3}].date = 2017y / 8 / 31;
    CHECK(action.end_as_of({2015, 4}).date == 2017y / 3 / 31);
    CHECK(action.end_as_of({2016, 2}).date == 2017y / 5 / 31);
    CHECK(action.end_as_of({2017, 1}).date == 2017y / 8 / 31);
}

TEST_CASE("a place is told as Excel writes it", "[records]") {
    CHECK(to_text(Place{"housing.xlsx", "Indicators", {14, 8}}) == "housing.xlsx: Indicators!H14");
    CHECK(to_text(Place{"housing.xlsx", "Outcome plan", {3, 2}}) == "housing.xlsx: 'Outcome plan'!B3");
    CHECK(to_text(Place{"housing.xlsx", "Indicators", {}}) == "housing.xlsx: Indicators");
    CHECK(to_text(Place{"housing.xlsx", {}, {}}) == "housing.xlsx");
}

TEST_CASE("a finding says where, what, and what to do next", "[records]") {
    const Finding finding{.rule = "V012",
                          .severity = Severity::error,
                          .withholds = true,
                          .place = {"housing.xlsx", "Indicators", {14, 8}},
                          .ref = "HO-01",
                          .title = "Numerator is more than the denominator",
                          .detail = "120 of 90",
                          .fix = "Check whether the figures were swapped.",
                          .related = {}};
    CHECK(to_text(finding)
          == "housing.xlsx: Indicators!H14: error V012: Numerator is more than the denominator (120 of 90). "
             "Check "
             "whether the figures were swapped.");
}
