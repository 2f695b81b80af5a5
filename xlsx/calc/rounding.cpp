#include "xlsx/calc/rounding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace xlsx {

/// 0.d1d2d3... times ten to the exponent.
struct Digits {
    std::string digits;
    int exponent = 0;
};

static Digits digits_of(double size, int significant) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size,
                                   std::chars_format::scientific, significant - 1);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
    const auto e = text.find('e');
    Digits out;
    for (const char c : text.substr(0, e))
        if (c != '.') out.digits += c;
    int power = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), power);
    out.exponent = power + 1;
    return out;
}

// The digits that stay, grown by one where the rest says so.
static std::string kept_digits(const Digits& number, int places, bool negative, Rounding how) {
    const int count = number.exponent + places;
    const auto keep = static_cast<std::size_t>(std::clamp(count, 0, static_cast<int>(number.digits.size())));
    std::string kept = number.digits.substr(0, keep);
    const std::string rest = number.digits.substr(keep);
    const bool more = rest.find_first_not_of('0') != std::string::npos;
    const bool half = count >= 0 && !rest.empty() && rest[0] >= '5';
    const bool grows = how == Rounding::nearest ? half
                       : how == Rounding::up    ? more
                       : how == Rounding::floor ? more && negative
                                                : false;
    if (count > static_cast<int>(number.digits.size()))
        kept.append(static_cast<std::size_t>(count) - keep, '0');
    kept.insert(0, "0");
    if (!grows) return kept;
    std::size_t at = kept.size() - 1;
    while (kept[at] == '9') kept[at--] = '0';
    ++kept[at];
    return kept;
}

std::optional<double> rounded(double number, int places, Rounding how) {
    if (!std::isfinite(number) || places < -15 || places > 15) return std::nullopt;
    if (number == 0) return 0.0;
    const double size = std::fabs(number);
    if (size >= 1e15 || size < 1e-15) return std::nullopt;
    const bool negative = number < 0;
    const std::string seen = kept_digits(digits_of(size, 15), places, negative, how);
    const std::string exact = kept_digits(digits_of(size, 17), places, negative, how);
    if (seen != exact) {
        // They differ: only a double that is the nearest to a number of 15 digits is surely meant as that.
        const Digits decimal = digits_of(size, 15);
        const std::string text = "0." + decimal.digits + "e" + std::to_string(decimal.exponent);
        double meant = 0;
        std::from_chars(text.data(), text.data() + text.size(), meant);
        if (meant != size) return std::nullopt;
    }
    const std::string text = seen + "e" + std::to_string(-places);
    double result = 0;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return negative && result != 0 ? -result : result;
}

} // namespace xlsx
