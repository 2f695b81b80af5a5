#include "engine/cells/decimal.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cells {

__extension__ using Int128 = __int128;
__extension__ using Unsigned128 = unsigned __int128;

// Figures are read to this many significant digits, as Excel shows them.
static constexpr int significant_digits = 15;
static constexpr int most_places = 18;
// The largest power of ten that an Int128 holds.
static constexpr int most_digits = 38;

static constexpr std::array<Int128, most_digits + 1> powers = [] {
    std::array<Int128, most_digits + 1> table{};
    table[0] = 1;
    for (std::size_t i = 1; i < table.size(); ++i) table[i] = table[i - 1] * 10;
    return table;
}();

static Int128 power_of_ten(int exponent) {
    return powers[static_cast<std::size_t>(exponent)];
}

static Int128 magnitude(Int128 value) {
    return value < 0 ? -value : value;
}

/// Nothing where the product does not fit.
static std::optional<Int128> shifted(Int128 coefficient, int places) {
    if (coefficient == 0) return 0;
    if (places > most_digits) return std::nullopt;
    Int128 result = 0;
    if (__builtin_mul_overflow(coefficient, power_of_ten(places), &result)) return std::nullopt;
    return result;
}

/// Figures never grow this large; a calculation that does is a bug of ours, and a wrong figure is worse.
static Int128 sure(std::optional<Int128> result) {
    if (!result) std::abort();
    return *result;
}

static void strip_zeros(Int128& coefficient, int& scale) {
    if (coefficient == 0) scale = 0;
    while (scale > 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
}

/// Half away from zero.
static Int128 divided_by_power(Int128 coefficient, int exponent) {
    if (exponent > most_digits) return 0;
    const Int128 divisor = power_of_ten(exponent);
    const Int128 rest = magnitude(coefficient % divisor);
    const Int128 whole = coefficient / divisor;
    if (rest < divisor - rest) return whole;
    return coefficient < 0 ? whole - 1 : whole + 1;
}

namespace {

/// The digits of a number as they are read: at most 15 are kept, the sixteenth rounds.
struct Digits {
    std::int64_t coefficient = 0;
    int kept = 0;
    int scale = 0; // digits of the coefficient that stand after the point; negative where some were dropped
    bool any = false;
    bool round_up = false;

    void add(int digit, bool after_point) {
        any = true;
        if (kept == 0 && digit == 0) {
            scale += after_point ? 1 : 0;
        } else if (kept < significant_digits) {
            coefficient = coefficient * 10 + digit;
            ++kept;
            scale += after_point ? 1 : 0;
        } else {
            if (kept == significant_digits) round_up = digit >= 5;
            kept = significant_digits + 1;
            scale -= after_point ? 0 : 1;
        }
    }
};

} // namespace

/// Reads "E+12" from `rest` to its end. Beyond any figure's size the exact exponent does not matter.
static std::optional<int> exponent_of(std::string_view rest) {
    rest.remove_prefix(1);
    bool negative = false;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        negative = rest.front() == '-';
        rest.remove_prefix(1);
    }
    if (rest.empty() || !std::ranges::all_of(rest, is_digit)) return std::nullopt;
    int exponent = 0;
    for (const char c : rest) exponent = std::min(exponent * 10 + (c - '0'), 100'000);
    return negative ? -exponent : exponent;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    Digits digits;
    bool after_point = false;
    int exponent = 0;
    for (std::size_t i = negative ? 1 : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            digits.add(c - '0', after_point);
        } else if (c == '.' && !after_point) {
            after_point = true;
        } else if ((c == 'e' || c == 'E') && digits.any) {
            const auto read = exponent_of(text.substr(i));
            if (!read) return std::nullopt;
            exponent = *read;
            break;
        } else {
            return std::nullopt;
        }
    }
    if (!digits.any) return std::nullopt;
    std::int64_t coefficient = digits.coefficient + (digits.round_up ? 1 : 0);
    if (coefficient == 0) return Decimal{};

    int scale = digits.scale - exponent;
    while (coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    Int128 value = coefficient;
    if (scale > most_places) {
        value = divided_by_power(value, scale - most_places);
        scale = most_places;
        strip_zeros(value, scale);
    } else if (scale < 0) {
        if (scale < -significant_digits) return std::nullopt;
        value *= power_of_ten(-scale);
        scale = 0;
        if (value >= power_of_ten(significant_digits)) return std::nullopt;
    }
    return Decimal(negative ? -value : value, scale);
}

/// The digits with a point before the last `places` of them.
static std::string written(Int128 coefficient, int places) {
    std::string reversed;
    auto rest = static_cast<Unsigned128>(magnitude(coefficient));
    for (int done = 0; rest != 0 || done <= places; ++done) {
        if (done == places && places > 0) reversed += '.';
        reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    }
    if (coefficient < 0) reversed += '-';
    std::ranges::reverse(reversed);
    return reversed;
}

std::string Decimal::to_text() const {
    Int128 coefficient = coefficient_;
    int scale = scale_;
    strip_zeros(coefficient, scale);
    return written(coefficient, scale);
}

std::string Decimal::to_text(int places) const {
    const Decimal value = rounded(places);
    std::string text = written(value.coefficient_, value.scale_);
    if (places > value.scale_) {
        if (value.scale_ == 0) text += '.';
        text.append(static_cast<std::size_t>(places - value.scale_), '0');
    }
    return text;
}

Decimal Decimal::rounded(int places) const {
    if (places >= scale_) return *this;
    const Int128 coefficient = divided_by_power(coefficient_, scale_ - places);
    if (places >= 0) return {coefficient, places};
    return {sure(shifted(coefficient, -places)), 0};
}

int Decimal::places() const {
    Int128 coefficient = coefficient_;
    int scale = scale_;
    strip_zeros(coefficient, scale);
    return scale;
}

Decimal Decimal::abs() const {
    return {magnitude(coefficient_), scale_};
}

Decimal operator-(const Decimal& a) {
    return {-a.coefficient_, a.scale_};
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    int scale = std::max(a.scale_, b.scale_);
    Int128 sum = 0;
    if (__builtin_add_overflow(sure(shifted(a.coefficient_, scale - a.scale_)),
                               sure(shifted(b.coefficient_, scale - b.scale_)), &sum))
        std::abort();
    strip_zeros(sum, scale);
    return {sum, scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    return a + -b;
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    Int128 product = 0;
    if (__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product)) std::abort();
    int scale = a.scale_ + b.scale_;
    strip_zeros(product, scale);
    return {product, scale};
}

Decimal Decimal::quotient(const Decimal& a, const Decimal& b, int places) {
    // Long division, digit by digit: only the answer itself has to fit, never a scaled-up dividend.
    const Int128 divisor = magnitude(b.coefficient_);
    if (divisor == 0) std::abort();
    const bool negative = a.is_negative() != b.is_negative();
    Int128 result = magnitude(a.coefficient_) / divisor;
    Int128 rest = magnitude(a.coefficient_) % divisor;
    int scale = a.scale_ - b.scale_;
    while (scale < places && (rest != 0 || scale < 0)) {
        rest = sure(shifted(rest, 1));
        if (__builtin_add_overflow(sure(shifted(result, 1)), rest / divisor, &result)) std::abort();
        rest %= divisor;
        ++scale;
    }
    if (scale > places) {
        // The remainder could only break a tie, and a tie goes up without it.
        result = divided_by_power(result, scale - places);
        scale = places;
    } else if (rest != 0 && rest >= divisor - rest) {
        ++result;
    }
    strip_zeros(result, scale);
    return {negative ? -result : result, scale};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
    if (a.is_negative() != b.is_negative() || a.is_zero() || b.is_zero())
        return a.coefficient_ <=> b.coefficient_;
    // Where one side does not fit at the other's scale, its magnitude is the larger one.
    if (a.scale_ < b.scale_) {
        if (const auto up = shifted(a.coefficient_, b.scale_ - a.scale_)) return *up <=> b.coefficient_;
        return a.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    if (const auto up = shifted(b.coefficient_, a.scale_ - b.scale_)) return a.coefficient_ <=> *up;
    return b.is_negative() ? std::strong_ordering::greater : std::strong_ordering::less;
}

} // namespace cells
