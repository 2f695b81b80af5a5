// IF and its like, and what asks of what kind a value is.
#include "xlsx/calc/functions.h"

#include <array>

namespace xlsx {

using Kind = CalcValue::Kind;
using Arguments = std::vector<Expression>;

static Result choose(Evaluator& evaluator, const Arguments& arguments) {
    const auto condition = evaluator.truth(arguments[0]);
    if (!condition) return condition.error();
    if (*condition) return evaluator.value(arguments[1]);
    return arguments.size() > 2 ? evaluator.value(arguments[2]) : CalcValue::of(false);
}

static Result choose_first(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments.size() % 2 != 0) return std::nullopt;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const auto condition = evaluator.truth(arguments[i]);
        if (!condition) return condition.error();
        if (*condition) return evaluator.value(arguments[i + 1]);
    }
    return CalcValue::error("#N/A");
}

static Result if_error(Evaluator& evaluator, const Arguments& arguments) {
    Result value = evaluator.value(arguments[0]);
    if (!value || !value->is(Kind::error)) return value;
    return evaluator.value(arguments[1]);
}

static Result if_missing(Evaluator& evaluator, const Arguments& arguments) {
    Result value = evaluator.value(arguments[0]);
    if (!value || value->text != "#N/A" || !value->is(Kind::error)) return value;
    return evaluator.value(arguments[1]);
}

// Whether all, or any, are true: with no short cut, since an error in a later one counts.
static std::expected<std::size_t, Result> count_true(Evaluator& evaluator, const Arguments& arguments) {
    std::size_t count = 0;
    for (const Expression& argument : arguments) {
        const Result value = evaluator.value(argument);
        if (!value || value->is(Kind::error)) return std::unexpected(value);
        if (!value->is(Kind::boolean) && !value->is(Kind::number)) return std::unexpected(std::nullopt);
        if (value->number != 0) ++count;
    }
    return count;
}

static Result all_true(Evaluator& evaluator, const Arguments& arguments) {
    const auto count = count_true(evaluator, arguments);
    return count ? Result(CalcValue::of(*count == arguments.size())) : count.error();
}

static Result any_true(Evaluator& evaluator, const Arguments& arguments) {
    const auto count = count_true(evaluator, arguments);
    return count ? Result(CalcValue::of(*count != 0)) : count.error();
}

static Result negated(Evaluator& evaluator, const Arguments& arguments) {
    const auto condition = evaluator.truth(arguments[0]);
    return condition ? Result(CalcValue::of(!*condition)) : condition.error();
}

template <typename Test>
static Result asked(Evaluator& evaluator, const Arguments& arguments, Test test) {
    const Result value = evaluator.value(arguments[0]);
    return value ? Result(CalcValue::of(static_cast<bool>(test(*value)))) : std::nullopt;
}

static Result is_error(Evaluator& evaluator, const Arguments& arguments) {
    return asked(evaluator, arguments, [](const CalcValue& value) { return value.is(Kind::error); });
}

static Result is_error_but_missing(Evaluator& evaluator, const Arguments& arguments) {
    return asked(evaluator, arguments,
                 [](const CalcValue& value) { return value.is(Kind::error) && value.text != "#N/A"; });
}

static Result is_missing(Evaluator& evaluator, const Arguments& arguments) {
    return asked(evaluator, arguments,
                 [](const CalcValue& value) { return value.is(Kind::error) && value.text == "#N/A"; });
}

static Result is_number(Evaluator& evaluator, const Arguments& arguments) {
    const Result value = evaluator.value(arguments[0]);
    if (!value || value->is(Kind::boolean)) return std::nullopt;
    return CalcValue::of(value->is(Kind::number));
}

static Result is_text(Evaluator& evaluator, const Arguments& arguments) {
    return asked(evaluator, arguments, [](const CalcValue& value) { return value.is(Kind::text); });
}

static Result is_blank(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments[0].kind != Expression::Kind::reference) return std::nullopt;
    return asked(evaluator, arguments, [](const CalcValue& value) { return value.is(Kind::empty); });
}

static Result always(Evaluator&, const Arguments&) {
    return CalcValue::of(true);
}

static Result never(Evaluator&, const Arguments&) {
    return CalcValue::of(false);
}

static Result missing(Evaluator&, const Arguments&) {
    return CalcValue::error("#N/A");
}

std::span<const Function> logical_functions() {
    static constexpr std::array functions = {
        Function{"IF", 2, 3, choose},
        Function{"IFS", 2, 254, choose_first},
        Function{"IFERROR", 2, 2, if_error},
        Function{"IFNA", 2, 2, if_missing},
        Function{"AND", 1, 255, all_true},
        Function{"OR", 1, 255, any_true},
        Function{"NOT", 1, 1, negated},
        Function{"ISERROR", 1, 1, is_error},
        Function{"ISERR", 1, 1, is_error_but_missing},
        Function{"ISNA", 1, 1, is_missing},
        Function{"ISNUMBER", 1, 1, is_number},
        Function{"ISTEXT", 1, 1, is_text},
        Function{"ISBLANK", 1, 1, is_blank},
        Function{"TRUE", 0, 0, always},
        Function{"FALSE", 0, 0, never},
        Function{"NA", 0, 0, missing},
    };
    return functions;
}

} // namespace xlsx
