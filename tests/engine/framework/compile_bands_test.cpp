#include "tests/engine/framework/faults.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Matches;
using support::faults_after;

TEST_CASE("bands that overlap do not compile", "[framework]") {
    CHECK_THAT(
        faults_after("more_than = \"5\"", "more_than = \"4\""),
        Matches(R"(framework\.toml:\d+:13: Bands overlap: from 4 to 5 a shortfall is in two of them\. .*)"));
}

TEST_CASE("bands that leave a gap do not compile", "[framework]") {
    CHECK_THAT(faults_after("more_than = \"5\"", "more_than = \"7.5\""),
               ContainsSubstring("Bands leave a gap: from 5 to 7.5 a shortfall is in none of them"));
}

TEST_CASE("a boundary that is in no band does not compile", "[framework]") {
    CHECK_THAT(
        faults_after("at_most = \"5\"", "less_than = \"5\""),
        ContainsSubstring("The boundary is undefined: a shortfall of exactly 5 is in none of the bands"));
}

TEST_CASE("a boundary that is in two bands does not compile: one council published such a key",
          "[framework]") {
    CHECK_THAT(faults_after("more_than = \"5\"", "at_least = \"5\""),
               ContainsSubstring("Bands overlap: a shortfall of exactly 5 is in two of them"));
}

TEST_CASE("a boundary may belong to the worse status", "[framework]") {
    CHECK(faults_after("at_most = \"5\"\n\n[[band]]\nstatus = \"missed\"\nmore_than = \"5\"",
                       "less_than = \"5\"\n\n[[band]]\nstatus = \"missed\"\nat_least = \"5\"")
          == "none");
}

TEST_CASE("Green may reach to a margin of its own", "[framework]") {
    CHECK(faults_after("at_most = \"0\"\n\n[[band]]\nstatus = \"near\"\nmore_than = \"0\"",
                       "at_most = \"1\"\n\n[[band]]\nstatus = \"near\"\nmore_than = \"1\"")
          == "none");
}

TEST_CASE("bands out of order do not compile", "[framework]") {
    CHECK_THAT(faults_after("[[band]]\nstatus = \"met\"\nat_most = \"0\"\n\n[[band]]\nstatus = \"near\"",
                            "[[band]]\nstatus = \"near\"\nat_most = \"0\"\n\n[[band]]\nstatus = \"met\""),
               ContainsSubstring("Bands are not in order"));
}

TEST_CASE("a status that no band leads to does not compile", "[framework]") {
    const std::string faults = faults_after("[[band]]\nstatus = \"near\"\nmore_than = \"0\"\nat_most = "
                                            "\"5\"\n\n[[band]]\nstatus = \"missed\"\nmore_than "
                                            "= \"5\"",
                                            "[[band]]\nstatus = \"missed\"\nmore_than = \"0\"");
    CHECK_THAT(faults, ContainsSubstring("No band leads to Amber, so that status can never be reached"));
}

TEST_CASE("a band that holds no number does not compile", "[framework]") {
    CHECK_THAT(faults_after("more_than = \"0\"", "more_than = \"5\""),
               ContainsSubstring("The band holds no number, so its status can never be reached"));
}

TEST_CASE("the last band has no far end", "[framework]") {
    CHECK_THAT(faults_after("more_than = \"5\"", "more_than = \"5\"\nat_most = \"100\""),
               ContainsSubstring("The last band does not hold what is further behind its target"));
}

TEST_CASE("a band open towards its neighbour does not compile", "[framework]") {
    CHECK_THAT(faults_after("more_than = \"5\"\n", "\n"), ContainsSubstring("Say where it begins"));
}

TEST_CASE("a measure exactly on its target has achieved it", "[framework]") {
    CHECK_THAT(faults_after("at_most = \"0\"", "less_than = \"0\""),
               ContainsSubstring("A measure that is exactly on its target has not achieved it"));
}
