#include "engine/status/shortfall.h"

#include <catch2/catch_test_macros.hpp>

using cells::Decimal;
using engine::banded;
using engine::Goal;
using engine::shortfall;
using engine::StatusRole;

static const std::vector<engine::Band> five_per_cent = {{StatusRole::met, Decimal(0), true},
                                                        {StatusRole::near, Decimal(5), true},
                                                        {StatusRole::missed, {}, true}};

static StatusRole role(const char* target, const char* figure) {
    const Goal goal{engine::Polarity::higher, Decimal::parse(target), {}, {}};
    return banded(shortfall(goal, *Decimal::parse(figure)), false, five_per_cent).role;
}

TEST_CASE("no rounding decides a band: exactly 5% stays exact at any size", "[status][CW-19]") {
    CHECK(role("0.7", "0.665") == StatusRole::near);
    CHECK(role("3", "2.85") == StatusRole::near);
    CHECK(role("3", "2.84999999999999") == StatusRole::missed);
    CHECK(role("999999999999999", "949999999999999.05") == StatusRole::missed);
    CHECK(role("0.000000000000001", "0.00000000000000095") == StatusRole::near);
}

TEST_CASE("a shortfall's per cent is for words: two decimal places", "[status]") {
    const Goal goal{engine::Polarity::higher, Decimal(99), {}, {}};
    CHECK(shortfall(goal, *Decimal::parse("94.7")).per_cent() == Decimal::parse("4.34"));
    CHECK(!shortfall({engine::Polarity::lower, Decimal(0), {}, {}}, 1).per_cent());
}
