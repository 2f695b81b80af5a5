// SUM and its like: over any number of ranges and values.
#include "xlsx/calc/functions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xlsx {

using Kind = CalcValue::Kind;
using Arguments = std::vector<Expression>;

/// What several arguments hold.
struct Gathered {
    std::vector<double> numbers;
    std::size_t filled = 0;         // cells and values that are not empty
    std::optional<CalcValue> error; // the first
    bool truths = false;            // cells that hold truths: Excel passes over them, others do not
};

// Nothing where it cannot be said, or where more than one kind of error is about.
static std::optional<Gathered> gather(Evaluator& evaluator, const Arguments& arguments) {
    Gathered all;
    bool open = false;
    const auto take = [&](const CalcValue& value) {
        ++all.filled;
        if (value.is(Kind::number)) all.numbers.push_back(value.number);
        if (value.is(Kind::boolean)) all.truths = true;
        if (value.is(Kind::error)) {
            if (!all.error) all.error = value;
            open = open || all.error->text != value.text;
        }
        return !open;
    };
    for (const Expression& argument : arguments) {
        if (argument.kind == Expression::Kind::reference) {
            const auto area = evaluator.area(argument);
            if (!area) return std::nullopt;
            const bool known = evaluator.cells().each(
                *area, [&](cells::Address, const CalcValue& value) { return take(value); });
            if (!known) return std::nullopt;
            continue;
        }
        const Result value = evaluator.value(argument);
        // A text or a truth that stands in the formula itself counts in some functions and not in others.
        if (!value || !(value->is(Kind::number) || value->is(Kind::error))) return std::nullopt;
        take(*value);
    }
    if (open) return std::nullopt;
    return all;
}

/// For functions of numbers alone.
static std::expected<std::vector<double>, Result> gather_numbers(Evaluator& evaluator,
                                                                 const Arguments& arguments) {
    auto all = gather(evaluator, arguments);
    if (!all || all->truths) return std::unexpected(std::nullopt);
    if (all->error) return std::unexpected(*all->error);
    return std::move(all->numbers);
}

// Programs add up in different ways; where that shows in more than the last digits the sum is left to Excel.
static std::optional<double> sum_of(const std::vector<double>& numbers) {
    double sum = 0, size = 0, lost = 0;
    for (const double number : numbers) {
        const double next = sum + number;
        lost += std::fabs(sum) >= std::fabs(number) ? (sum - next) + number : (number - next) + sum;
        sum = next;
        size += std::fabs(number);
    }
    if (!std::isfinite(sum)) return std::nullopt;
    if (lost != 0 && std::fabs(sum) < size * 1e-9) return std::nullopt;
    return sum;
}

static Result sum(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = gather_numbers(evaluator, arguments);
    if (!numbers) return numbers.error();
    const auto total = sum_of(*numbers);
    return total ? Result(CalcValue::of(*total)) : std::nullopt;
}

static Result average(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = gather_numbers(evaluator, arguments);
    if (!numbers) return numbers.error();
    if (numbers->empty()) return CalcValue::error("#DIV/0!");
    const auto total = sum_of(*numbers);
    return total ? Result(CalcValue::of(*total / static_cast<double>(numbers->size()))) : std::nullopt;
}

static Result least(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = gather_numbers(evaluator, arguments);
    if (!numbers) return numbers.error();
    return CalcValue::of(numbers->empty() ? 0.0 : std::ranges::min(*numbers));
}

static Result most(Evaluator& evaluator, const Arguments& arguments) {
    const auto numbers = gather_numbers(evaluator, arguments);
    if (!numbers) return numbers.error();
    return CalcValue::of(numbers->empty() ? 0.0 : std::ranges::max(*numbers));
}

static Result count(Evaluator& evaluator, const Arguments& arguments) {
    const auto all = gather(evaluator, arguments);
    if (!all || all->truths) return std::nullopt;
    return CalcValue::of(static_cast<double>(all->numbers.size()));
}

static Result count_filled(Evaluator& evaluator, const Arguments& arguments) {
    const auto all = gather(evaluator, arguments);
    if (!all) return std::nullopt;
    return CalcValue::of(static_cast<double>(all->filled));
}

std::span<const Function> aggregate_functions() {
    static constexpr std::array functions = {
        Function{"SUM", 1, 255, sum},     Function{"AVERAGE", 1, 255, average},
        Function{"MIN", 1, 255, least},   Function{"MAX", 1, 255, most},
        Function{"COUNT", 1, 255, count}, Function{"COUNTA", 1, 255, count_filled},
    };
    return functions;
}

} // namespace xlsx
