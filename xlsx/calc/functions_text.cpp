// Functions of texts.
#include "xlsx/calc/functions.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xlsx {

using Arguments = std::vector<Expression>;

// Where each character starts, and the end. Nothing where programs count characters in different ways.
static std::optional<std::vector<std::size_t>> characters(std::string_view text) {
    std::vector<std::size_t> starts;
    starts.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0xF0) return std::nullopt; // two units to Excel
        if ((byte & 0xC0) != 0x80) starts.push_back(i);
    }
    starts.push_back(text.size());
    return starts;
}

// A count of characters, or a position from 1.
static std::expected<std::size_t, Result> count_of(Evaluator& evaluator, const Expression& expression) {
    const auto number = evaluator.number(expression);
    if (!number) return std::unexpected(number.error());
    if (*number < 0 || *number > 32767 || *number != std::floor(*number))
        return std::unexpected(std::nullopt);
    return static_cast<std::size_t>(*number);
}

enum class Piece : std::uint8_t { left, right, middle };

static Result piece(Evaluator& evaluator, const Arguments& arguments, Piece which) {
    const auto text = evaluator.text(arguments[0]);
    if (!text) return text.error();
    const auto count = arguments.size() > 1 ? count_of(evaluator, arguments.back()) : std::size_t{1};
    if (!count) return count.error();
    const auto starts = characters(*text);
    if (!starts) return std::nullopt;
    const std::size_t length = starts->size() - 1;
    std::size_t first = which == Piece::right ? length - std::min(*count, length) : 0;
    if (which == Piece::middle) {
        const auto position = count_of(evaluator, arguments[1]);
        if (!position) return position.error();
        if (*position == 0) return std::nullopt;
        first = std::min(*position - 1, length);
    }
    const std::size_t last = std::min(first + *count, length);
    return CalcValue::of(text->substr((*starts)[first], (*starts)[last] - (*starts)[first]));
}

static Result left(Evaluator& evaluator, const Arguments& arguments) {
    return piece(evaluator, arguments, Piece::left);
}

static Result right(Evaluator& evaluator, const Arguments& arguments) {
    return piece(evaluator, arguments, Piece::right);
}

static Result middle(Evaluator& evaluator, const Arguments& arguments) {
    return piece(evaluator, arguments, Piece::middle);
}

static Result length(Evaluator& evaluator, const Arguments& arguments) {
    const auto text = evaluator.text(arguments[0]);
    if (!text) return text.error();
    const auto starts = characters(*text);
    return starts ? Result(CalcValue::of(static_cast<double>(starts->size() - 1))) : std::nullopt;
}

static Result concatenate(Evaluator& evaluator, const Arguments& arguments) {
    std::string all;
    for (const Expression& argument : arguments) {
        const auto text = evaluator.text(argument);
        if (!text) return text.error();
        all += *text;
    }
    return CalcValue::of(std::move(all));
}

static Result trimmed(Evaluator& evaluator, const Arguments& arguments) {
    const auto text = evaluator.text(arguments[0]);
    if (!text) return text.error();
    std::string kept;
    for (const char c : *text)
        if (c != ' ' || (!kept.empty() && kept.back() != ' ')) kept += c;
    if (kept.ends_with(' ')) kept.pop_back();
    return CalcValue::of(std::move(kept));
}

static Result in_case(Evaluator& evaluator, const Arguments& arguments, char (*other)(char)) {
    auto text = evaluator.text(arguments[0]);
    if (!text) return text.error();
    if (!is_ascii(*text)) return std::nullopt;
    std::ranges::transform(*text, text->begin(), other);
    return CalcValue::of(*std::move(text));
}

static Result upper(Evaluator& evaluator, const Arguments& arguments) {
    return in_case(evaluator, arguments, cells::upper);
}

static Result lower(Evaluator& evaluator, const Arguments& arguments) {
    return in_case(evaluator, arguments, cells::lower);
}

static Result exact(Evaluator& evaluator, const Arguments& arguments) {
    const auto a = evaluator.text(arguments[0]);
    if (!a) return a.error();
    const auto b = evaluator.text(arguments[1]);
    if (!b) return b.error();
    return CalcValue::of(*a == *b);
}

static Result number_in_text(Evaluator& evaluator, const Arguments& arguments) {
    const Result value = evaluator.value(arguments[0]);
    if (!value || value->is(CalcValue::Kind::error) || value->is(CalcValue::Kind::number)) return value;
    const auto number = value->is(CalcValue::Kind::text) ? plain_number(value->text) : std::nullopt;
    return number ? Result(CalcValue::of(*number)) : std::nullopt;
}

static Result found(Evaluator& evaluator, const Arguments& arguments) {
    const auto wanted = evaluator.text(arguments[0]);
    if (!wanted) return wanted.error();
    const auto text = evaluator.text(arguments[1]);
    if (!text) return text.error();
    if (wanted->empty() || !is_ascii(*text)) return std::nullopt;
    const auto at = text->find(*wanted);
    if (at == std::string::npos) return CalcValue::error("#VALUE!");
    return CalcValue::of(static_cast<double>(at + 1));
}

std::span<const Function> text_functions() {
    static constexpr std::array functions = {
        Function{"LEFT", 1, 2, left},
        Function{"RIGHT", 1, 2, right},
        Function{"MID", 3, 3, middle},
        Function{"LEN", 1, 1, length},
        Function{"CONCAT", 1, 255, concatenate},
        Function{"CONCATENATE", 1, 255, concatenate},
        Function{"TRIM", 1, 1, trimmed},
        Function{"UPPER", 1, 1, upper},
        Function{"LOWER", 1, 1, lower},
        Function{"EXACT", 2, 2, exact},
        Function{"VALUE", 1, 1, number_in_text},
        Function{"FIND", 2, 2, found},
    };
    return functions;
}

} // namespace xlsx
