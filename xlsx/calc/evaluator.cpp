#include "xlsx/calc/evaluator.h"

#include "xlsx/calc/functions.h"

#include <algorithm>
#include <cmath>

namespace xlsx {

using Node = Expression::Kind;
using Kind = CalcValue::Kind;

// A difference as small as this beside its operands is noise: Excel makes it 0 in some places, not in all.
static constexpr double noise = 1e-13;

std::optional<SheetRange> Evaluator::area(const Expression& expression) const {
    if (expression.kind != Node::reference) return std::nullopt;
    const Reference& reference = *expression.reference;
    if (!reference.last_sheet.empty()) return std::nullopt;
    const auto sheet = reference.prefix.empty() ? home_ : cells_.sheet(reference.sheet);
    if (!sheet) return std::nullopt;
    return SheetRange{*sheet, area_of(reference)};
}

Result Evaluator::value(const Expression& expression) {
    switch (expression.kind) {
    case Node::number:
        return CalcValue::of(expression.number);
    case Node::text:
        return CalcValue::of(expression.text);
    case Node::boolean:
        return CalcValue::of(expression.number != 0);
    case Node::error:
        return CalcValue::error(expression.text);
    case Node::missing:
        return CalcValue{};
    case Node::unknown:
        return std::nullopt;
    case Node::reference: {
        const auto range = area(expression);
        if (!range || range->range.first != range->range.last) return std::nullopt;
        return cells_.at(range->sheet, range->range.first);
    }
    case Node::call: {
        const Function* function = find_function(expression.text);
        const std::size_t count = expression.parts.size();
        if (!function || count < function->least || count > function->most) return std::nullopt;
        return function->calculate(*this, expression.parts);
    }
    case Node::join:
        return joined(expression);
    case Node::equal:
    case Node::unequal:
    case Node::less:
    case Node::at_most:
    case Node::more:
    case Node::at_least:
        return comparison(expression);
    default:
        return arithmetic(expression);
    }
}

Result Evaluator::formula_value(const Expression& expression) {
    Result result = value(expression);
    if (result && result->is(Kind::empty)) return CalcValue::of(0.0);
    return result;
}

static std::expected<double, Result> as_number(const CalcValue& value) {
    switch (value.kind) {
    case Kind::empty:
        return 0.0;
    case Kind::number:
    case Kind::boolean:
        return value.number;
    case Kind::error:
        return std::unexpected(value);
    case Kind::text:
        break;
    }
    // Text that holds a digit may be a number or a date to Excel; a word is neither.
    const bool word = value.text.size() > 5 && is_ascii(value.text)
                      && value.text.find_first_of("0123456789") == std::string::npos;
    return std::unexpected(word ? Result(CalcValue::error("#VALUE!")) : std::nullopt);
}

std::expected<double, Result> Evaluator::number(const Expression& expression) {
    const Result result = value(expression);
    if (!result) return std::unexpected(result);
    return as_number(*result);
}

std::expected<bool, Result> Evaluator::truth(const Expression& expression) {
    const Result result = value(expression);
    if (!result || result->is(Kind::error)) return std::unexpected(result);
    if (result->is(Kind::text)) return std::unexpected(std::nullopt);
    return result->number != 0;
}

std::expected<std::string, Result> Evaluator::text(const Expression& expression) {
    const Result result = value(expression);
    if (!result || result->is(Kind::error)) return std::unexpected(result);
    if (result->is(Kind::boolean)) return result->number != 0 ? "TRUE" : "FALSE";
    if (!result->is(Kind::number)) return result->text;
    auto digits = joined_number(result->number);
    if (!digits) return std::unexpected(std::nullopt);
    return *std::move(digits);
}

Result Evaluator::joined(const Expression& expression) {
    const auto left = text(expression.parts[0]);
    if (!left) return left.error();
    const auto right = text(expression.parts[1]);
    if (!right) return right.error();
    return CalcValue::of(*left + *right);
}

Result Evaluator::arithmetic(const Expression& expression) {
    const auto a = number(expression.parts[0]);
    if (!a) return a.error();
    if (expression.kind == Node::negate) return CalcValue::of(*a == 0 ? 0 : -*a);
    if (expression.kind == Node::percent) return CalcValue::of(*a / 100);
    const auto b = number(expression.parts[1]);
    if (!b) return b.error();
    double result = 0;
    switch (expression.kind) {
    case Node::add:
    case Node::subtract: {
        result = expression.kind == Node::add ? *a + *b : *a - *b;
        const double size = std::max(std::fabs(*a), std::fabs(*b));
        if (result != 0 && std::fabs(result) < size * noise) return std::nullopt;
        break;
    }
    case Node::times:
        result = *a * *b;
        break;
    case Node::divide:
        if (*b == 0) return CalcValue::error("#DIV/0!");
        result = *a / *b;
        break;
    case Node::power: // of whole numbers: others differ in their last digits from program to program
        if (*a == 0 || *b != std::floor(*b) || std::fabs(*b) > 100) return std::nullopt;
        result = std::pow(*a, *b);
        break;
    default:
        return std::nullopt;
    }
    if (!std::isfinite(result) || (result != 0 && std::fabs(result) < 1e-300)) return std::nullopt;
    return CalcValue::of(result);
}

std::optional<int> compared(const CalcValue& a, const CalcValue& b) {
    // An empty cell is 0 beside a number and "" beside a text.
    const CalcValue& other = a.is(Kind::empty) ? b : a;
    const auto kind_of = [&](const CalcValue& value) {
        return value.is(Kind::empty) ? other.kind : value.kind;
    };
    const Kind left = kind_of(a), right = kind_of(b);
    if (left == Kind::empty) return 0; // both
    if (left == Kind::error || right == Kind::error) return std::nullopt;
    if (left != right) {
        // Numbers come before texts; truths are numbers to some programs.
        if (left == Kind::boolean || right == Kind::boolean) return std::nullopt;
        return left == Kind::number ? -1 : 1;
    }
    if (left == Kind::text) {
        const auto same = same_text(a.text, b.text);
        if (!same) return std::nullopt;
        if (*same) return 0;
        return a.text.empty() ? -1 : b.text.empty() ? 1 : 2; // which of two words comes first is for Excel
    }
    if (a.number == b.number) return 0;
    const double size = std::max(std::fabs(a.number), std::fabs(b.number));
    if (std::fabs(a.number - b.number) < size * noise) return std::nullopt;
    return a.number < b.number ? -1 : 1;
}

Result Evaluator::comparison(const Expression& expression) {
    const Result a = value(expression.parts[0]);
    if (!a || a->is(Kind::error)) return a;
    const Result b = value(expression.parts[1]);
    if (!b || b->is(Kind::error)) return b;
    const auto order = compared(*a, *b);
    if (!order) return std::nullopt;
    if (expression.kind == Node::equal) return CalcValue::of(*order == 0);
    if (expression.kind == Node::unequal) return CalcValue::of(*order != 0);
    if (*order == 2) return std::nullopt;
    if (expression.kind == Node::less) return CalcValue::of(*order < 0);
    if (expression.kind == Node::at_most) return CalcValue::of(*order <= 0);
    if (expression.kind == Node::more) return CalcValue::of(*order > 0);
    return CalcValue::of(*order >= 0);
}

} // namespace xlsx
