#include "xlsx/package/splice.h"

#include <catch2/catch_test_macros.hpp>

using xlsx::Splices;

TEST_CASE("edits are made where they were asked for, in any order of asking") {
    Splices edits;
    edits.replace(8, 5, "there");
    edits.insert(0, "> ");
    edits.erase(5, 2);
    CHECK(edits.apply("hello,  world") == "> hello there");
}

TEST_CASE("insertions at one place keep their order and come before a replacement there") {
    Splices edits;
    edits.replace(1, 1, "X");
    edits.insert(1, "1");
    edits.insert(1, "2");
    CHECK(edits.apply("abc") == "a12Xc");
}

TEST_CASE("every set of edits can be undone, byte for byte") {
    const std::string before = "<row><c r=\"A1\"/><c r=\"B1\"/></row>";
    Splices edits;
    edits.insert(5, "new");
    edits.replace(5, 11, "<c/>");
    edits.erase(16, 11);
    edits.insert(before.size(), "<!-- end -->");
    const std::string after = edits.apply(before);
    CHECK(after == "<row>new<c/></row><!-- end -->");
    CHECK(apply(after, edits.inverse(before)) == before);
}

TEST_CASE("an edit of nothing to nothing is no edit") {
    Splices edits;
    edits.insert(3, "");
    CHECK(edits.empty());
    CHECK(edits.inverse("text").empty());
}

TEST_CASE("edits read from a file are checked before they are made") {
    CHECK(xlsx::fits(4, {{0, 2, ""}, {2, 2, "x"}, {4, 0, "y"}}));
    CHECK_FALSE(xlsx::fits(4, {{3, 2, ""}}));
    CHECK_FALSE(xlsx::fits(4, {{5, 0, "x"}}));
    CHECK_FALSE(xlsx::fits(4, {{0, 2, ""}, {1, 1, ""}}));
    CHECK_FALSE(xlsx::fits(4, {{2, static_cast<std::size_t>(-1), ""}}));
}
