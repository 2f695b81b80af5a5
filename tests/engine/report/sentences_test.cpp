#include "engine/report/sentences.h"

#include "tests/support/cheshire_west.h"

#include <catch2/catch_test_macros.hpp>

using namespace engine;

static Counts statuses(int green, int amber, int red, int m, int not_rated) {
    Counts counts;
    counts.statuses = {green, amber, red, m, not_rated};
    counts.indicators = green + amber + red + m + not_rated;
    return counts;
}

static std::string sentence(const Counts& counts) {
    return status_sentence(counts, "indicators", support::cheshire_west());
}

TEST_CASE("the overview gives its base, and both bases where some are not rated", "[CW-82]") {
    CHECK(sentence(statuses(22, 8, 5, 0, 0))
          == "22 of the 35 indicators rated were Green (63%), 8 Amber (23%), 5 Red (14%).");
    CHECK(sentence(statuses(22, 8, 5, 4, 1))
          == "22 of the 35 indicators rated were Green (63%), 8 Amber (23%), 5 Red (14%)."
             " Of all 40 indicators 55% were Green; 4 were M and 1 was Not rated.");
}

TEST_CASE("percentages are rounded half up and not forced to add up to 100") {
    CHECK(share(1, 8, 0) == "13%");
    CHECK(share(1, 8, 1) == "12.5%");
    CHECK(sentence(statuses(4, 1, 1, 0, 0))
          == "4 of the 6 indicators rated were Green (67%), 1 Amber (17%), 1 Red (17%).");
}

TEST_CASE("one of very many is not nothing") {
    CHECK(share(1, 400, 0) == "less than 1%");
    CHECK(share(0, 400, 0) == "0%");
}

TEST_CASE("where nothing is rated, or there is nothing, the sentence says so") {
    CHECK(sentence(statuses(0, 0, 0, 3, 0)) == "None of the 3 indicators was rated.");
    CHECK(sentence(Counts{}) == "There are no indicators.");
}

TEST_CASE("the direction's sentence says how many of the Red are improving", "[CW-47]") {
    Counts counts = statuses(5, 2, 3, 1, 0);
    counts.travel = {6, 1, 2, 2};
    CHECK(direction_sentence(counts, 1, support::cheshire_west())
          == "Of the 9 indicators with a direction of travel 6 were Improving (67%), 1 was Maintained (11%),"
             " 2 were Declining (22%). For 2 of all 11 it cannot be reported (Measured)."
             " 1 of the 3 Red was Improving.");
}

TEST_CASE("the actions' sentence names all six statuses, and Not rated where there are such", "[CW-82]") {
    Counts counts;
    counts.actions = {2, 4, 3, 1, 0, 0, 0};
    counts.action_total = 10;
    CHECK(action_sentence(counts, support::cheshire_west())
          == "Of the 10 actions 3 are Delivered (30%), 4 are On Target (40%), 2 are Scheduled for Future "
             "Quarters (20%),"
             " 1 is Slipped (less than 3 months) (10%), 0 are Slipped (more than 3 months) (0%),"
             " 0 are No longer viable (0%).");
    counts.actions.back() = 1;
    CHECK(action_sentence(counts, support::cheshire_west()).ends_with(", 1 is Not rated (10%)."));
}

TEST_CASE("what Not rated means is said in the framework's words, where there are such") {
    CHECK(not_rated_sentence(statuses(1, 0, 0, 0, 2), support::cheshire_west())
          == "Not rated (2): No figure was returned, or the figure could not be accepted or compared."
             " Every total includes them.");
    CHECK(not_rated_sentence(statuses(1, 0, 0, 0, 0), support::cheshire_west()).empty());
}
