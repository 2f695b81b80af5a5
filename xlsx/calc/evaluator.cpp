#include "xlsx/calc/evaluator.h"

#include "xlsx/calc/functions.h"

#include <algorithm>
#include <cmath>

namespace xlsx {

using Kind = Expression::Kind;
using ValueKind = CalcValue::Kind;

// A difference as small as this beside its operands is noise: Excel makes it 0 in some places, not in all.
static constexpr double noise = 1e-13;

std::optional<SheetRange> Evaluator::area(const Expression& expression) const {
    if (expression.kind != Kind::reference) return std::nullopt;
    const Reference& reference = *expression.reference;
    if (!reference.last_sheet.empty()) return std::nullopt;
    const auto sheet = reference.prefix.empty() ? home_ : cells_.sheet(reference.sheet);
    if (!sheet) return std::nullopt;
    return SheetRange{*sheet, area_of(reference)};
}

Result Evaluator::value(const Expression& expression) {
    switch (expression.kind) {
    case Kind::number:
        return CalcValue::of(expression.number);
    case Kind::text:
        return CalcValue::of(expression.text);
    case Kind::boolean:
        return CalcValue::of(expression.number != 0);
    case Kind::error:
        return CalcValue::error(expression.text);
    case Kind::missing:
        return CalcValue{};
    case Kind::unknown:
        return std::nullopt;
    case Kind::reference: {
        const auto range = area(expression);
        if (!range || range->range.first != range->range.last) return std::nullopt;
        return cells_.at(range->sheet, range->range.first);
    }
    case Kind::call: {
        const Function* function = find_function(expression.text);
        const std::size_t count = expression.parts.size();
        if (!function || count < function->least || count > function->most) return std::nullopt;
        return function->calculate(*this, expression.parts);
    }
    case Kind::join:
        return joined(expression);
    case Kind::equal:
    case Kind::unequal:
    case Kind::less:
    case Kind::at_most:
    case Kind::more:
    case Kind::at_least:
        return comparison(expression);
    default:
        return arithmetic(expression);
    }
}

Result Evaluator::formula_value(const Expression& expression) {
    Result result = value(expression);
    if (result && result->is(ValueKind::empty)) return CalcValue::of(0.0);
    return result;
}

static std::expected<double, Result> as_number(const CalcValue& value) {
    switch (value.kind) {
    case ValueKind::empty:
        return 0.0;
    case ValueKind::number:
    case ValueKind::boolean:
        return value.number;
    case ValueKind::error:
        return std::unexpected(value);
    case ValueKind::text:
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
    if (!result || result->is(ValueKind::error)) return std::unexpected(result);
    if (result->is(ValueKind::text)) return std::unexpected(std::nullopt);
    return result->number != 0;
}

std::expected<std::string, Result> Evaluator::text(const Expression& expression) {
    const Result result = value(expression);
    if (!result || result->is(ValueKind::error)) return std::unexpected(result);
    if (result->is(ValueKind::boolean)) return result->number != 0 ? "TRUE" : "FALSE";
    if (!result->is(ValueKind::number)) return result->text;
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
    if (expression.kind == Kind::negate) return CalcValue::of(*a == 0 ? 0 : -*a);
    if (expression.kind == Kind::percent) return CalcValue::of(*a / 100);
    const auto b = number(expression.parts[1]);
    if (!b) return b.error();
    double result = 0;
    switch (expression.kind) {
    case Kind::add:
    case Kind::subtract: {
        result = expression.kind == Kind::add ? *a + *b : *a - *b;
        const double size = std::max(std::fabs(*a), std::fabs(*b));
        if (result != 0 && std::fabs(result) < size * noise) return std::nullopt;
        break;
    }
    case Kind::times:
        result = *a * *b;
        break;
    case Kind::divide:
        if (*b == 0) return CalcValue::error("#DIV/0!");
        result = *a / *b;
        break;
    case Kind::power: // of whole numbers: others differ in their last digits from program to program
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
    const CalcValue& other = a.is(ValueKind::empty) ? b : a;
    const auto kind_of = [&](const CalcValue& value) {
        return value.is(ValueKind::empty) ? other.kind : value.kind;
    };
    const ValueKind left = kind_of(a), right = kind_of(b);
    if (left == ValueKind::empty) return 0; // both
    if (left == ValueKind::error || right == ValueKind::error) return std::nullopt;
    if (left != right) {
        // Numbers come before texts; truths are numbers to some programs.
        if (left == ValueKind::boolean || right == ValueKind::boolean) return std::nullopt;
        return left == ValueKind::number ? -1 : 1;
    }
    if (left == ValueKind::text) {
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
    if (!a || a->is(ValueKind::error)) return a;
    const Result b = value(expression.parts[1]);
    if (!b || b->is(ValueKind::error)) return b;
    const auto order = compared(*a, *b);
    if (!order) return std::nullopt;
    if (expression.kind == Kind::equal) return CalcValue::of(*order == 0);
    if (expression.kind == Kind::unequal) return CalcValue::of(*order != 0);
    if (*order == 2) return std::nullopt;
    if (expression.kind == Kind::less) return CalcValue::of(*order < 0);
    if (expression.kind == Kind::at_most) return CalcValue::of(*order <= 0);
    if (expression.kind == Kind::more) return CalcValue::of(*order > 0);
    return CalcValue::of(*order >= 0);
}

} // namespace xlsx
