#include "tests/engine/cells/long_arithmetic.h"

#include <algorithm>

namespace long_arithmetic {

namespace {

/// Digits without a point; the last `places` of them stand after it.
struct Number {
    bool negative = false;
    std::string digits;
    std::size_t places = 0;
};

} // namespace

static std::string without_leading_zeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return digits;
}

static Number read(std::string_view text) {
    Number number;
    if (text.starts_with('-')) {
        number.negative = true;
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    number.digits = text.substr(0, point);
    if (point != std::string_view::npos) {
        number.digits += text.substr(point + 1);
        number.places = text.size() - point - 1;
    }
    return number;
}

static std::string write(Number number) {
    if (number.digits.size() <= number.places)
        number.digits.insert(0, number.places + 1 - number.digits.size(), '0');
    while (number.places > 0 && number.digits.back() == '0') {
        number.digits.pop_back();
        --number.places;
    }
    std::string whole = without_leading_zeros(number.digits.substr(0, number.digits.size() - number.places));
    if (number.places > 0) whole += "." + number.digits.substr(number.digits.size() - number.places);
    return number.negative && whole != "0" ? "-" + whole : whole;
}

static void align(Number& a, Number& b) {
    const auto places = std::max(a.places, b.places);
    for (Number* n : {&a, &b}) {
        n->digits.append(places - n->places, '0');
        n->places = places;
    }
    const auto width = std::max(a.digits.size(), b.digits.size()) + 1;
    for (Number* n : {&a, &b}) n->digits.insert(0, width - n->digits.size(), '0');
}

static std::string sum_of_digits(const std::string& a, const std::string& b) {
    std::string sum = a;
    int carry = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const int digit = (a[i] - '0') + (b[i] - '0') + carry;
        sum[i] = static_cast<char>('0' + digit % 10);
        carry = digit / 10;
    }
    return sum;
}

/// Requires: a >= b, both of one length.
static std::string difference_of_digits(const std::string& a, const std::string& b) {
    std::string difference = a;
    int borrow = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const int digit = (a[i] - '0') - (b[i] - '0') - borrow;
        borrow = digit < 0 ? 1 : 0;
        difference[i] = static_cast<char>('0' + (digit + 10) % 10);
    }
    return difference;
}

std::string add(std::string_view a, std::string_view b) {
    Number x = read(a);
    Number y = read(b);
    align(x, y);
    if (x.negative == y.negative) return write({x.negative, sum_of_digits(x.digits, y.digits), x.places});
    if (x.digits < y.digits) std::swap(x, y);
    return write({x.negative, difference_of_digits(x.digits, y.digits), x.places});
}

std::string multiply(std::string_view a, std::string_view b) {
    const Number x = read(a);
    const Number y = read(b);
    std::string product(x.digits.size() + y.digits.size(), '0');
    for (std::size_t i = x.digits.size(); i-- > 0;) {
        int carry = 0;
        for (std::size_t j = y.digits.size(); j-- > 0;) {
            char& at = product[i + j + 1];
            const int digit = (at - '0') + (x.digits[i] - '0') * (y.digits[j] - '0') + carry;
            at = static_cast<char>('0' + digit % 10);
            carry = digit / 10;
        }
        product[i] = static_cast<char>(product[i] + carry);
    }
    return write({x.negative != y.negative, product, x.places + y.places});
}

int compare(std::string_view a, std::string_view b) {
    Number x = read(a);
    Number y = read(b);
    const std::string difference =
        add(a, (y.negative ? "" : "-") + std::string(b.substr(y.negative ? 1 : 0)));
    if (difference == "0") return 0;
    return difference.front() == '-' ? -1 : 1;
}

static std::string round_digits(Number number, std::size_t places) {
    if (number.places <= places) return write(number);
    number.digits.insert(0, number.places + 1, '0');
    const auto kept = number.digits.size() - (number.places - places);
    const bool up = number.digits[kept] >= '5';
    number.digits.resize(kept);
    number.places = places;
    if (up) number.digits = sum_of_digits(number.digits, std::string(kept - 1, '0') + "1");
    return write(number);
}

std::string round(std::string_view a, int places) {
    return round_digits(read(a), static_cast<std::size_t>(places));
}

std::string divide(std::string_view a, std::string_view b, int places) {
    Number x = read(a);
    Number y = read(b);
    align(x, y);
    const auto wanted = static_cast<std::size_t>(places) + 1;
    std::string quotient;
    std::string rest(y.digits.size() + 1, '0');
    const std::string divisor = "0" + y.digits;
    for (const char digit : x.digits + std::string(wanted, '0')) {
        rest = rest.substr(1) + digit;
        char times = '0';
        for (; rest >= divisor; ++times) rest = difference_of_digits(rest, divisor);
        quotient += times;
    }
    return round_digits({x.negative != y.negative, quotient, wanted}, wanted - 1);
}

} // namespace long_arithmetic
