// Written once, true of every rule. A rule's own test is its examples.
#include "engine/rules/rule.h"

#include "engine/status/decide.h"
#include "tests/support/example.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

using engine::Rule;

TEST_CASE("every rule flags the example rows that carry its id, and no rule flags another row", "[rules]") {
    for (const Rule* rule : engine::rules::all()) {
        DYNAMIC_SECTION(rule->id << ": " << rule->title) {
            const auto example = support::read_example(rule->examples);
            const engine::Decided decided = engine::decide(example->papers);
            CHECK(support::findings_by_row(*example, decided.findings) == support::expectations(*example));
        }
    }
}

TEST_CASE("every rule's example has a row that it flags and one that it does not", "[rules]") {
    for (const Rule* rule : engine::rules::all()) {
        INFO(rule->id << ": " << rule->title);
        const support::ExampleText example = support::take_apart(rule->examples);
        bool flagged = example.nowhere.contains(std::string(rule->id));
        bool clean = false;
        for (const support::ExampleSection& section : example.sections)
            for (const support::ExampleRow& row : section.rows) {
                flagged = flagged || row.expected.contains(std::string(rule->id));
                clean = clean || row.expected.empty();
            }
        CHECK(flagged);
        CHECK(clean);
    }
}

TEST_CASE("ids of rules are unique, in order and without gaps", "[rules]") {
    int number = 0;
    for (const Rule* rule : engine::rules::all()) {
        const std::string digits = std::to_string(++number);
        CHECK(rule->id == "V" + std::string(3 - digits.size(), '0') + digits);
    }
}

TEST_CASE("a rule has words for what is wrong, why it matters and what to do next", "[rules]") {
    for (const Rule* rule : engine::rules::all()) {
        INFO(rule->id);
        REQUIRE(!rule->title.empty());
        CHECK(!rule->title.ends_with('.'));
        CHECK(rule->why.ends_with('.'));
        CHECK(rule->fix.ends_with('.'));
        CHECK(!rule->source.empty());
        CHECK(rule->check != nullptr);
        // A note at a cell holds all three beside this case's values.
        CHECK(rule->title.size() + rule->why.size() + rule->fix.size() < 500);
    }
}

TEST_CASE("only an error withholds a row", "[rules]") {
    for (const Rule* rule : engine::rules::all()) {
        INFO(rule->id);
        CHECK((!rule->withholds || rule->severity == engine::Severity::error));
        // What withholds must be known before anything is rated.
        CHECK((!rule->withholds || rule->stage == Rule::Stage::reading));
    }
}

TEST_CASE("a rule yields to rules that exist, and two never yield to each other", "[rules]") {
    const auto rules = engine::rules::all();
    for (const Rule* rule : rules)
        for (std::size_t i = 0; i + 4 <= rule->silenced_by.size(); i += 5) {
            const auto id = rule->silenced_by.substr(i, 4);
            INFO(rule->id << " yields to " << id);
            const auto other = std::ranges::find(rules, id, &Rule::id);
            REQUIRE(other != rules.end());
            CHECK(!(*other)->silenced_by.contains(rule->id));
        }
}

TEST_CASE("every rule's file is in the list, and every rule in the list has its file", "[rules]") {
    std::set<std::string> files;
    static const std::regex named("v([0-9]{3})_[a-z0-9_]+\\.cpp");
    std::smatch match;
    for (const auto& entry : std::filesystem::directory_iterator(OUTTURN_SOURCE_DIR "/engine/rules")) {
        const std::string name = entry.path().filename().string();
        if (std::regex_match(name, match, named)) files.insert("V" + match[1].str());
    }
    std::set<std::string> listed;
    for (const Rule* rule : engine::rules::all()) listed.insert(std::string(rule->id));
    CHECK(files == listed);
}
