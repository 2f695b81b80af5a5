#include "engine/rules/catalogue.h"

#include "engine/rules/rule.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("engine/rules/README.md is the catalogue that the program prints", "[rules]") {
    std::ifstream file(OUTTURN_SOURCE_DIR "/engine/rules/README.md");
    const std::string committed{std::istreambuf_iterator<char>(file), {}};
    INFO("The rules have changed. Write the page again: outturn rules --markdown > engine/rules/README.md");
    CHECK((committed == engine::rules::catalogue_markdown()));
}

TEST_CASE("the catalogue names every rule with its title and what to do next", "[rules]") {
    const std::string page = engine::rules::catalogue_markdown();
    for (const engine::Rule* rule : engine::rules::all()) {
        INFO(rule->id);
        CHECK(page.contains("### " + std::string(rule->id) + " " + std::string(rule->title)));
        CHECK(page.contains(rule->fix));
    }
}
