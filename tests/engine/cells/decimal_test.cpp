#include "engine/cells/decimal.h"

#include "tests/engine/cells/long_arithmetic.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using cells::Decimal;

static Decimal decimal(std::string_view text) {
    const auto read = Decimal::parse(text);
    INFO(text);
    REQUIRE(read.has_value());
    return *read;
}

static std::string read_back(std::string_view text) {
    const auto read = Decimal::parse(text);
    return read ? read->to_text() : "nothing";
}

TEST_CASE("a number is read to fifteen significant digits, as Excel shows it", "[decimal]") {
    CHECK(read_back("0.94699999999999995") == "0.947");
    CHECK(read_back("0.1") == "0.1");
    CHECK(read_back("123456789.1234565") == "123456789.123457");
    CHECK(read_back("1234.00") == "1234");
    CHECK(read_back("-0.5") == "-0.5");
    CHECK(read_back("-0") == "0");
    CHECK(read_back("007") == "7");
    CHECK(read_back("0.30000000000000004") == "0.3");
    CHECK(read_back("99999999999999.995") == "100000000000000");
}

TEST_CASE("exponents are read and never written", "[decimal]") {
    CHECK(read_back("1E+3") == "1000");
    CHECK(read_back("9.47e-1") == "0.947");
    CHECK(read_back("1E-18") == "0.000000000000000001");
    CHECK(read_back("1E-400") == "0");
    CHECK(read_back("6E-19") == "0.000000000000000001");
    CHECK(read_back("0E999999999999") == "0");
}

TEST_CASE("what is no plain number is not read", "[decimal]") {
    for (const char* text : {"", "-", ".", "1,234", "£5", "5%", " 5", "5 ", "+5", "1e", "1e+", "1.2.3", "e5",
                             "--1", "NaN", "INF", "0x10", "1E+3x"}) {
        INFO(text);
        CHECK_FALSE(Decimal::parse(text));
    }
}

TEST_CASE("a number of ten to the fifteenth or more is no figure", "[decimal]") {
    CHECK(read_back("999999999999999") == "999999999999999");
    CHECK(read_back("1000000000000000") == "nothing");
    CHECK(read_back("999999999999999.9") == "nothing");
    CHECK(read_back("1E999") == "nothing");
    CHECK(read_back("-1E15") == "nothing");
}

TEST_CASE("0.665 against 0.7 is exactly five per cent short", "[decimal][CW-19]") {
    const Decimal target = decimal("0.7");
    const Decimal shortfall = target - decimal("0.665");
    CHECK(shortfall * Decimal(100) == Decimal(5) * target);
    CHECK(Decimal::quotient(shortfall * Decimal(100), target, 2).to_text() == "5");
}

TEST_CASE("rounding goes half away from zero", "[decimal]") {
    CHECK(decimal("2.5").rounded(0).to_text() == "3");
    CHECK(decimal("-2.5").rounded(0).to_text() == "-3");
    CHECK(decimal("94.96").rounded(1).to_text() == "95");
    CHECK(decimal("1.005").rounded(2).to_text() == "1.01");
    CHECK(decimal("1250").rounded(-2).to_text() == "1300");
    CHECK(decimal("0.4").rounded(0).to_text() == "0");
}

TEST_CASE("a number is printed with exactly the places asked for", "[decimal]") {
    CHECK(decimal("94.7").to_text(2) == "94.70");
    CHECK(decimal("94.96").to_text(1) == "95.0");
    CHECK(decimal("-0.04").to_text(1) == "0.0");
    CHECK(Decimal(12).to_text(0) == "12");
    CHECK(decimal("0.05").to_text(3) == "0.050");
    CHECK(decimal("0.0500").places() == 2);
    CHECK(Decimal(1200).places() == 0);
}

TEST_CASE("the largest and smallest figures compare without overflow", "[decimal]") {
    const Decimal huge = decimal("999999999999999");
    const Decimal tiny = decimal("1E-18");
    CHECK(huge > tiny);
    CHECK(-huge < tiny);
    CHECK(-huge < -tiny);
    CHECK(huge * huge > tiny * tiny);
    CHECK(-(huge * huge) < -(tiny * tiny));
    CHECK(tiny * tiny > Decimal(0));
    CHECK((huge - tiny).to_text() == "999999999999998.999999999999999999");
}

namespace {

/// Figures as they come: few digits and many, with and without places, of both signs.
class Figures {
public:
    std::string next() {
        std::string text = pick(0, 3) == 0 ? "-" : "";
        const int digits = pick(1, 15);
        const int places = pick(0, 9) == 0 ? pick(0, 18) : pick(0, digits - 1);
        std::string all(static_cast<std::size_t>(std::max(0, places + 1 - digits)), '0');
        for (int i = 0; i < digits; ++i) all += static_cast<char>('0' + (pick(0, 3) == 0 ? 0 : pick(0, 9)));
        text += all.substr(0, all.size() - static_cast<std::size_t>(places));
        if (places > 0) text += "." + all.substr(all.size() - static_cast<std::size_t>(places));
        return text;
    }
    int pick(int least, int most) { return std::uniform_int_distribution(least, most)(numbers_); }

private:
    std::mt19937 numbers_{20160930};
};

} // namespace

TEST_CASE("arithmetic agrees with arithmetic by hand", "[decimal]") {
    Figures figures;
    for (int i = 0; i < 4000; ++i) {
        const std::string a = figures.next();
        const std::string b = figures.next();
        const int places = figures.pick(0, 6);
        INFO(a << " and " << b << " to " << places << " places");
        const Decimal x = decimal(a);
        const Decimal y = decimal(b);
        REQUIRE(x.to_text() == long_arithmetic::add(a, "0"));
        REQUIRE((x + y).to_text() == long_arithmetic::add(a, b));
        REQUIRE((x - y) + y == x);
        REQUIRE((x * y).to_text() == long_arithmetic::multiply(a, b));
        REQUIRE(x.rounded(places).to_text() == long_arithmetic::round(a, places));
        const int order = long_arithmetic::compare(a, b);
        REQUIRE((x < y) == (order < 0));
        REQUIRE((x == y) == (order == 0));
        REQUIRE((x > y) == (order > 0));
        if (y.is_zero() || long_arithmetic::divide(a, b, 0).size() > 28) continue;
        REQUIRE(Decimal::quotient(x, y, places).to_text() == long_arithmetic::divide(a, b, places));
    }
}
