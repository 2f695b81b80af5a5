#include "engine/framework/toml/from_toml.h"

#include <catch2/catch_test_macros.hpp>

using engine::from_toml;

TEST_CASE("a framework's members keep the file's order, not the alphabet's", "[framework]") {
    const auto tree = from_toml("zebra = 1\napple = 2\n[mango]\nyam = 3\nfig = 4\n", "framework.toml");
    REQUIRE(tree);
    REQUIRE(tree->table()->size() == 3);
    CHECK((*tree->table())[0].key == "zebra");
    CHECK((*tree->table())[1].key == "apple");
    CHECK((*tree->find("mango")->table())[0].key == "yam");
}

TEST_CASE("each value knows its line and column", "[framework]") {
    const auto tree = from_toml("a = 1\n  b = \"two\"\n", "framework.toml");
    REQUIRE(tree);
    CHECK(tree->find("b")->at.line == 2);
    CHECK(tree->find("b")->at.column == 7);
}

TEST_CASE("a date in a framework is read as its text", "[framework]") {
    const auto tree = from_toml("from = 2016-04-01\n", "framework.toml");
    REQUIRE(tree);
    CHECK(*tree->find("from")->text() == "2016-04-01");
}

TEST_CASE("a number with a decimal point is refused, since a threshold is exact", "[framework]") {
    const auto tree = from_toml("a = 1\nat_most = 5.0\nmore = [1, 2.5]\n", "framework.toml");
    REQUIRE(!tree);
    REQUIRE(tree.error().size() == 2);
    CHECK(to_text(tree.error()[0])
          == "framework.toml:2:11: A number with a decimal point is not exact. "
             "Write it in quotes, as \"5\" or \"2.5\": thresholds are exact decimals.");
    CHECK(tree.error()[1].where == "framework.toml:3:12");
}

TEST_CASE("a file that is not TOML is refused at the place where it stops being TOML", "[framework]") {
    const auto tree = from_toml("a = 1\nb = \"open\nc = 2\n", "framework.toml");
    REQUIRE(!tree);
    CHECK(tree.error()[0].kind == cells::Error::Kind::bad_framework);
    CHECK(tree.error()[0].where.starts_with("framework.toml:2:"));
}
