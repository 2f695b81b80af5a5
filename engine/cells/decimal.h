#pragma once
// An exact decimal number. A figure is read from a cell to 15 significant digits, as Excel shows it, and is
// a Decimal from there on: 0.665 against 0.7 is exactly 5 per cent short, where a double
// says 5.0000000000000044. No operation here rounds unless its name says so. Not for science: at most 18
// decimal places, |value| < 10^15.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cells {

class Decimal {
public:
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t whole)
        : coefficient_(whole) {} // NOLINT(google-explicit-constructor): 5 is 5

    /// Reads "12", "-0.5", "1E+3", "0.94699999999999995". Rounded half-up to 15 significant digits (so the
    /// last example is 0.947), then to 18 decimal places. Nothing for any other text or when |value| >=
    /// 10^15. No thousands separators, signs or spaces: those are engine/figures' work.
    static std::optional<Decimal> parse(std::string_view text);

    /// "0.947", "-12", "0": the shortest exact text, never an exponent.
    std::string to_text() const;
    /// Rounded half away from zero to `places` decimal places and printed with exactly that many: "94.70".
    std::string to_text(int places) const;

    /// Half away from zero, as Excel's ROUND and as a committee reads.
    Decimal rounded(int places) const;
    /// How many decimal places the shortest text has.
    int places() const;
    bool is_zero() const { return coefficient_ == 0; }
    bool is_negative() const { return coefficient_ < 0; }
    Decimal abs() const;

    friend Decimal operator-(const Decimal& a);
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    /// a / b rounded half away from zero to `places`. Requires: b is not zero,
    /// places >= 0. For words only ("4.3% short"):
    /// a status multiplies across instead, so that nothing is rounded.
    static Decimal quotient(const Decimal& a, const Decimal& b, int places);

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) {
        return (a <=> b) == std::strong_ordering::equal;
    }

private:
    __extension__ using Int128 = __int128;
    constexpr Decimal(Int128 coefficient, int scale) : coefficient_(coefficient), scale_(scale) {}

    // value = coefficient_ / 10^scale_. A sum or product of figures fits with room to spare; one that did not
    // would be a bug of ours and stops the program.
    Int128 coefficient_ = 0;
    int scale_ = 0;
};

} // namespace cells
