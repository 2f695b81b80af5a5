// Finding a value in a list: exact matches only.
#include "xlsx/calc/criterion.h"
#include "xlsx/calc/functions.h"

#include <array>
#include <cmath>

namespace xlsx {

using Kind = CalcValue::Kind;
using Arguments = std::vector<Expression>;

// The place, from 1, of the first cell in one row or column that equals the key; 0 for none.
static std::optional<std::uint32_t> place_of(Evaluator& evaluator, const CalcValue& key,
                                             const SheetRange& list) {
    const bool word = key.is(Kind::text) && plain_word(key.text);
    if (!word && !key.is(Kind::number)) return std::nullopt;
    const auto& [first, last] = list.range;
    if (first.row != last.row && first.column != last.column) return std::nullopt;
    std::uint32_t place = 0;
    bool open = false;
    const bool known = evaluator.cells().each(list, [&](cells::Address at, const CalcValue& cell) {
        if (cell.is(Kind::boolean)) open = true;
        if (cell.kind != key.kind) return !open;
        const auto order = compared(cell, key);
        open = !order;
        if (order == 0) place = at.row - first.row + at.column - first.column + 1;
        return !open && place == 0;
    });
    if (!known || open) return std::nullopt;
    return place;
}

// Whether the argument says "exact match": FALSE or 0.
static bool exact_only(Evaluator& evaluator, const Arguments& arguments, std::size_t index) {
    if (arguments.size() <= index) return false;
    const auto value = evaluator.number(arguments[index]);
    return value && *value == 0;
}

static std::optional<std::uint32_t> line_number(double number) {
    if (number != std::floor(number) || number < 1 || number > cells::last_row) return std::nullopt;
    return static_cast<std::uint32_t>(number);
}

static Result match(Evaluator& evaluator, const Arguments& arguments) {
    const Result key = evaluator.value(arguments[0]);
    if (!key || key->is(Kind::error)) return key;
    const auto list = evaluator.area(arguments[1]);
    if (!list || !exact_only(evaluator, arguments, 2)) return std::nullopt;
    const auto place = place_of(evaluator, *key, *list);
    if (!place) return std::nullopt;
    return *place == 0 ? CalcValue::error("#N/A") : CalcValue::of(static_cast<double>(*place));
}

static Result vertical_lookup(Evaluator& evaluator, const Arguments& arguments) {
    const Result key = evaluator.value(arguments[0]);
    if (!key || key->is(Kind::error)) return key;
    const auto table = evaluator.area(arguments[1]);
    const auto number = evaluator.number(arguments[2]);
    if (!number) return number.error();
    const auto column = line_number(*number);
    if (!table || !column || !exact_only(evaluator, arguments, 3)) return std::nullopt;
    const auto& [first, last] = table->range;
    if (*column > last.column - first.column + 1) return CalcValue::error("#REF!");
    const auto place = place_of(evaluator, *key, {table->sheet, {first, {last.row, first.column}}});
    if (!place) return std::nullopt;
    if (*place == 0) return CalcValue::error("#N/A");
    return evaluator.cells().at(table->sheet, {first.row + *place - 1, first.column + *column - 1});
}

static Result at_index(Evaluator& evaluator, const Arguments& arguments) {
    const auto area = evaluator.area(arguments[0]);
    if (!area) return std::nullopt;
    std::array<std::uint32_t, 2> place = {1, 1};
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto number = evaluator.number(arguments[i]);
        if (!number) return number.error();
        const auto line = line_number(*number);
        if (!line) return std::nullopt;
        place[i - 1] = *line;
    }
    const auto& [first, last] = area->range;
    const bool one_row = first.row == last.row, one_column = first.column == last.column;
    if (arguments.size() == 2 && !one_column) {
        if (!one_row) return std::nullopt;
        std::swap(place[0], place[1]);
    }
    if (place[0] > last.row - first.row + 1 || place[1] > last.column - first.column + 1)
        return CalcValue::error("#REF!");
    return evaluator.cells().at(area->sheet, {first.row + place[0] - 1, first.column + place[1] - 1});
}

std::span<const Function> lookup_functions() {
    static constexpr std::array functions = {
        Function{"MATCH", 3, 3, match},
        Function{"VLOOKUP", 4, 4, vertical_lookup},
        Function{"INDEX", 2, 3, at_index},
    };
    return functions;
}

} // namespace xlsx
