// Functions of single numbers, and of where cells stand.
#include "xlsx/calc/functions.h"
#include "xlsx/calc/rounding.h"

#include <array>
#include <cmath>

namespace xlsx {

using Arguments = std::vector<Expression>;

static Result number_or_open(std::optional<double> number) {
    return number ? Result(CalcValue::of(*number)) : std::nullopt;
}

static Result absolute(Evaluator& evaluator, const Arguments& arguments) {
    const auto number = evaluator.number(arguments[0]);
    return number ? Result(CalcValue::of(std::fabs(*number))) : number.error();
}

static Result round_as(Evaluator& evaluator, const Arguments& arguments, Rounding how) {
    const auto number = evaluator.number(arguments[0]);
    if (!number) return number.error();
    if (arguments.size() == 1) return number_or_open(rounded(*number, 0, how));
    const auto places = evaluator.number(arguments[1]);
    if (!places) return places.error();
    if (*places != std::floor(*places) || std::fabs(*places) > 15) return std::nullopt;
    return number_or_open(rounded(*number, static_cast<int>(*places), how));
}

static Result round_nearest(Evaluator& evaluator, const Arguments& arguments) {
    return round_as(evaluator, arguments, Rounding::nearest);
}

static Result round_up(Evaluator& evaluator, const Arguments& arguments) {
    return round_as(evaluator, arguments, Rounding::up);
}

static Result round_down(Evaluator& evaluator, const Arguments& arguments) {
    return round_as(evaluator, arguments, Rounding::down);
}

static Result whole(Evaluator& evaluator, const Arguments& arguments) {
    return round_as(evaluator, arguments, Rounding::floor);
}

static Result power(Evaluator& evaluator, const Arguments& arguments) {
    Expression raised;
    raised.kind = Expression::Kind::power;
    raised.parts = arguments;
    return evaluator.value(raised);
}

// Of whole numbers: what is left of others depends on their last digits.
static Result remainder(Evaluator& evaluator, const Arguments& arguments) {
    const auto number = evaluator.number(arguments[0]);
    if (!number) return number.error();
    const auto divisor = evaluator.number(arguments[1]);
    if (!divisor) return divisor.error();
    if (*divisor == 0) return CalcValue::error("#DIV/0!");
    for (const double one : {*number, *divisor})
        if (one != std::floor(one) || std::fabs(one) > 1e9) return std::nullopt;
    return CalcValue::of(*number - *divisor * std::floor(*number / *divisor));
}

static Result row(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments.empty()) return CalcValue::of(static_cast<double>(evaluator.here().row));
    const auto area = evaluator.area(arguments[0]);
    if (!area || area->range.first != area->range.last) return std::nullopt;
    return CalcValue::of(static_cast<double>(area->range.first.row));
}

static Result column(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments.empty()) return CalcValue::of(static_cast<double>(evaluator.here().column));
    const auto area = evaluator.area(arguments[0]);
    if (!area || area->range.first != area->range.last) return std::nullopt;
    return CalcValue::of(static_cast<double>(area->range.first.column));
}

static Result rows(Evaluator& evaluator, const Arguments& arguments) {
    const auto area = evaluator.area(arguments[0]);
    if (!area) return std::nullopt;
    return CalcValue::of(static_cast<double>(area->range.last.row - area->range.first.row + 1));
}

static Result columns(Evaluator& evaluator, const Arguments& arguments) {
    const auto area = evaluator.area(arguments[0]);
    if (!area) return std::nullopt;
    return CalcValue::of(static_cast<double>(area->range.last.column - area->range.first.column + 1));
}

std::span<const Function> number_functions() {
    static constexpr std::array functions = {
        Function{"ABS", 1, 1, absolute},     Function{"ROUND", 2, 2, round_nearest},
        Function{"ROUNDUP", 2, 2, round_up}, Function{"ROUNDDOWN", 2, 2, round_down},
        Function{"INT", 1, 1, whole},        Function{"TRUNC", 1, 2, round_down},
        Function{"POWER", 2, 2, power},      Function{"MOD", 2, 2, remainder},
        Function{"ROW", 0, 1, row},          Function{"COLUMN", 0, 1, column},
        Function{"ROWS", 1, 1, rows},        Function{"COLUMNS", 1, 1, columns},
    };
    return functions;
}

} // namespace xlsx
