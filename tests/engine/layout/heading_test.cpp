#include "engine/layout/find_table.h"

#include <catch2/catch_test_macros.hpp>

using engine::folded;
using engine::nearest;

TEST_CASE("headings are compared without case, spaces, punctuation and percent signs", "[layout]") {
    CHECK(folded("Year-end forecast") == folded("YEAR END FORECAST:"));
    CHECK(folded("Actual (%)") == folded("Actual"));
    CHECK(folded("Percentage actual") == folded("actual"));
    CHECK(folded("Ref.") == folded(" ref\n"));
    CHECK(folded("Clean & safe") == folded("Clean and safe"));
    CHECK(folded("Director’s name") == folded("Directors name"));
    CHECK(folded("%") == folded("Percentage"));
    CHECK(folded("Target") != folded("Actual"));
    CHECK(folded("") == "");
}

TEST_CASE("the punctuation variants in the published frameworks are one and the same", "[layout]") {
    CHECK(folded("Cllr Karen Shore") == folded("Cllr. Karen Shore"));
    CHECK(folded("DMTs") == folded("DMTS"));
    CHECK(folded("Pre-Cab") == folded("Pre Cab"));
    CHECK(folded("Learning and reviewing.") == folded("Learning and reviewing"));
}

TEST_CASE("a heading with a slip of the pen is the one it nearly is", "[layout]") {
    const std::vector<std::string> headings = {"Ref",         "Actual",    "Commentary", "Verified by",
                                               "Verified on", "Numerator", "Denominator"};
    CHECK(nearest("Acutal", headings) == 1);
    CHECK(nearest("Actuals", headings) == 1);
    CHECK(nearest("Commentry", headings) == 2);
    CHECK(nearest("Comentary ", headings) == 2);
    CHECK(nearest("VerifiedBy", headings) == 3);
    CHECK(nearest("Demoninator", headings) == 6);
    CHECK(nearest("actual", headings) == 1);
}

TEST_CASE("a heading that is another word, or has another number, is not near", "[layout]") {
    CHECK_FALSE(nearest("Approved by", {"Approved on"}));
    CHECK_FALSE(nearest("Q1 actual", {"Q2 actual"}));
    CHECK_FALSE(nearest("End", {"Lead"}));
    CHECK_FALSE(nearest("Reviewed date", {"Revised date"}));
    CHECK_FALSE(nearest("", {"Ref"}));
    CHECK_FALSE(nearest(std::string(30'000, 'x'), {"Actual"}));
}

TEST_CASE("a heading as near to one as to another is neither", "[layout]") {
    CHECK_FALSE(nearest("Planed", {"Planned", "Planet"}));
    CHECK(nearest("Targt", {"Target", "Target"}) == 0);
}
