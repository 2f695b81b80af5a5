#include "tests/engine/framework/faults.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Matches;
using support::faults_after;

TEST_CASE("a setting that is not known is named with its line, and the nearest one", "[framework]") {
    CHECK_THAT(
        faults_after("tolerance = \"relative\"", "tolerence = \"relative\""),
        Matches(
            R"(framework\.toml:\d+:\d+: "tolerence" is not known in \[settings\]\. Write "tolerance" instead\.)"));
}

TEST_CASE("a value that is none of a setting's is named, and the nearest one", "[framework]") {
    CHECK_THAT(faults_after("\"relative\"\n", "\"relatve\"\n"),
               ContainsSubstring(
                   "\"relatve\" is no value of \"tolerance\" in [settings]. Write \"relative\" instead."));
    CHECK_THAT(faults_after("tolerance = \"relative\"", "tolerance = \"sideways\""),
               ContainsSubstring("Write one of relative, points."));
}

TEST_CASE("a tolerance has bounds, so that whatever is worked out with it stays exact", "[framework]") {
    for (const char* value : {"1000.1", "0.00001"})
        CHECK_THAT(faults_after("jump_per_cent = \"25\"", "jump_per_cent = \"" + std::string(value) + "\""),
                   ContainsSubstring("A tolerance is at most 1000 per cent and has at most 4 decimal places. "
                                     "Write fewer digits."));
}

TEST_CASE("a setting that is left out keeps its default", "[framework]") {
    CHECK(faults_after("tolerance = \"relative\"", "") == "none");
    CHECK(faults_after("jump_least_count = 5", "") == "none");
}

TEST_CASE("every setting takes each of the values that its comment names", "[framework]") {
    const auto [is, other] = GENERATE(table<const char*, const char*>({
        {"tolerance = \"relative\"", "tolerance = \"points\""},
        {"amber_needs_narrative = \"finding\"", "amber_needs_narrative = \"missed\""},
        {"on_track = \"forecast_or_profile\"", "on_track = \"forecast_only\""},
        {"on_track = \"forecast_or_profile\"", "on_track = \"actual_only\""},
        {"mixed_direction = \"with_note\"", "mixed_direction = \"never\""},
        {"cumulative_direction = \"same_quarter_last_year\"", "cumulative_direction = \"increment\""},
        {"cumulative_direction = \"same_quarter_last_year\"", "cumulative_direction = \"share_of_profile\""},
        {"maintained_within = \"published_precision\"", "maintained_within = \"1\""},
        {"zero_target = \"missed\"", "zero_target = \"near\""},
        {"zero_target = \"missed\"", "zero_target = \"points\""},
        {"outside_range = \"tolerance\"", "outside_range = \"missed\""},
        {"annual_rated_at_year_end = true", "annual_rated_at_year_end = false"},
        {"exactly_on_boundary = \"shorter\"", "exactly_on_boundary = \"longer\""},
        {"slip_since = \"worse\"", "slip_since = \"approval\""},
        {"slip_since = \"worse\"", "slip_since = \"last_quarter\""},
        {"overdue_counts_to_period_end = true", "overdue_counts_to_period_end = false"},
        {"red_against_baseline_too = false", "red_against_baseline_too = true"},
        {"rounding = \"stored\"", "rounding = \"displayed\""},
        {"jump_per_cent = \"25\"", "jump_per_cent = \"999.9999\""},
        {"jump_least_count = 5", "jump_least_count = 0"},
        {"same_figure_digits = 3", "same_figure_digits = 4"},
        {"same_commentary_length = 20", "same_commentary_length = 40"},
        {"fewest_formulas = 3", "fewest_formulas = 2"},
    }));
    CHECK(faults_after(is, other) == "none");
}

TEST_CASE("a word that is missing does not compile", "[framework][CW-33]") {
    CHECK_THAT(faults_after("word = \"Amber\"\n", ""),
               ContainsSubstring("[[status]] has no \"word\". Add \"word\" to it."));
    CHECK_THAT(faults_after("role = \"declining\"", "role = \"maintained\""),
               ContainsSubstring("Two [[direction]] have this role")
                   && ContainsSubstring("No [[direction]] has the role \"declining\""));
    CHECK_THAT(faults_after("survey = ", "surveys = "),
               ContainsSubstring("[status.reasons] has no \"survey\""));
}

TEST_CASE("one word for two statuses does not compile", "[framework]") {
    CHECK_THAT(faults_after("word = \"Amber\"", "word = \"green\""),
               ContainsSubstring("\"green\" stands in two [[status]]"));
}

TEST_CASE("priorities are numbered in order, each once", "[framework][CW-01]") {
    CHECK_THAT(faults_after("number = 7", "number = 6"), ContainsSubstring("6 stands where 7 should"));
}

TEST_CASE("a colour is six hexadecimal digits", "[framework]") {
    CHECK_THAT(faults_after("C6EFCE", "green"), ContainsSubstring("\"green\" is not a colour"));
}

TEST_CASE("a plan that ends before it begins does not compile", "[framework]") {
    CHECK_THAT(faults_after("2020-03-31", "2010-03-31"), ContainsSubstring("The plan ends before it begins"));
    CHECK_THAT(faults_after("2016-04-01", "\"1 April 2016\""),
               ContainsSubstring("\"plan_from\" of [calendar] is not a date, as 2016-04-01"));
}

TEST_CASE("a quarter that stands twice in a duty does not compile", "[framework]") {
    CHECK_THAT(faults_after("[2, 4]", "[2, 2]"), ContainsSubstring("2 stands twice in \"red_kpi_quarters\""));
    CHECK_THAT(faults_after("[2, 4]", "[2, 5]"), ContainsSubstring("a whole number from 1 to 4"));
}

TEST_CASE("all faults are told at once, in the order of their lines", "[framework]") {
    CHECK_THAT(
        faults_after("[calendar]\nfirst_month = 4 ", "[calender]\nfirst_month = 4 "),
        Matches(
            R"(framework\.toml:\d+:\d+: the framework has no "calendar"[^\n]*\n)"
            R"(framework\.toml:\d+:\d+: "calender" is not known in the framework\. Write "calendar" instead\.)"));
}
