#include "tests/engine/framework/faults.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using support::faults_after;

TEST_CASE("a column for a field that nothing reads does not compile, and the nearest field is named",
          "[framework]") {
    CHECK_THAT(faults_after("field = \"polarity\"", "field = \"polarty\""),
               ContainsSubstring("\"polarty\" is no field of [[plan.table]]. Write \"polarity\" instead."));
}

TEST_CASE("a layout without a column that is needed does not compile", "[framework]") {
    CHECK_THAT(
        faults_after("    { field = \"start\", headings = [\"Start date\", \"Start\"], required = true },\n",
                     ""),
        ContainsSubstring("[[plan.table]] has no column for \"start\""));
}

TEST_CASE("two columns with one heading cannot be told apart", "[framework]") {
    CHECK_THAT(faults_after("headings = [\"Unit\", ", "headings = [\"Definition\", "),
               ContainsSubstring("A column with this heading is \"definition\" already"));
}

TEST_CASE("a figure of every quarter needs its year and its quarter in the headings", "[framework]") {
    CHECK_THAT(faults_after("field = \"forecast\", headings = [\"{quarter}\"]",
                            "field = \"forecast\", headings = [\"Forecast\"]"),
               ContainsSubstring("\"forecast\" is told apart by quarter"));
}

TEST_CASE("a placeholder that is not known does not compile", "[framework]") {
    CHECK_THAT(faults_after("parents = [\"{year} forecast\"", "parents = [\"{yaer} forecast\""),
               ContainsSubstring("\"{yaer} forecast\" has a placeholder that is not known"));
}

TEST_CASE("Outturn never writes a sender's target", "[framework][CW-11]") {
    CHECK_THAT(faults_after("headings = [\"{year}\"], parents = [\"Annual target\"",
                            "output = true, headings = [\"{year}\"], parents = [\"Annual target\""),
               ContainsSubstring("Outturn never writes \"target\""));
}

TEST_CASE("a table that is not known does not compile, and its members are not judged", "[framework]") {
    CHECK_THAT(
        faults_after("id = \"changes\"", "id = \"chanegs\""),
        ContainsSubstring("\"chanegs\" is no value of \"id\" in [[plan.table]]. Write \"changes\" instead.")
            && !ContainsSubstring("is not known in"));
}
