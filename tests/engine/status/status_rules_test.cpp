#include "engine/status/status_rules.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace rules = engine::status_rules;

TEST_CASE("status rules have ids that rise, words and a source", "[status][CW-86]") {
    CHECK(std::ranges::is_sorted(rules::all, {}, &engine::StatusRule::id));
    CHECK(std::ranges::adjacent_find(rules::all, {}, &engine::StatusRule::id) == rules::all.end());
    for (const engine::StatusRule& rule : rules::all) {
        INFO(rule.id);
        CHECK(rule.id.size() == 3);
        CHECK(!rule.words.ends_with('.'));
        CHECK(!rule.words.empty());
        CHECK(!rule.source.empty());
    }
}
