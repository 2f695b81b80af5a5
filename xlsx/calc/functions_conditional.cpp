// COUNTIF and its like: over the cells that meet criteria.
#include "xlsx/calc/criterion.h"
#include "xlsx/calc/functions.h"

#include <algorithm>
#include <array>

namespace xlsx {

using Kind = CalcValue::Kind;
using Arguments = std::vector<Expression>;

static bool same_shape(const cells::Range& a, const cells::Range& b) {
    return a.last.row - a.first.row == b.last.row - b.first.row
           && a.last.column - a.first.column == b.last.column - b.first.column;
}

static cells::Address beside(cells::Address at, const cells::Range& from, const cells::Range& to) {
    return {at.row - from.first.row + to.first.row, at.column - from.first.column + to.first.column};
}

/// The cells of the first range that meet their criterion, where those beside them in the others do too.
/// Arguments from `first` on are pairs of a range and a criterion.
static std::expected<std::vector<cells::Address>, Result>
matching(Evaluator& evaluator, const Arguments& arguments, std::size_t first) {
    std::vector<cells::Address> found;
    std::optional<SheetRange> base;
    for (std::size_t i = first; i + 1 < arguments.size(); i += 2) {
        const auto area = evaluator.area(arguments[i]);
        const Result wanted = evaluator.value(arguments[i + 1]);
        const auto criterion = wanted ? Criterion::read(*wanted) : std::nullopt;
        if (!area || !criterion || (base && !same_shape(area->range, base->range)))
            return std::unexpected(std::nullopt);
        bool open = false;
        const auto meets = [&](const CalcValue& value) {
            const auto met = criterion->met_by(value);
            open = open || !met;
            return met.value_or(false);
        };
        if (!base) {
            base = area;
            const bool known = evaluator.cells().each(*area, [&](cells::Address at, const CalcValue& value) {
                if (meets(value)) found.push_back(at);
                return !open;
            });
            if (!known) return std::unexpected(std::nullopt);
        } else {
            std::erase_if(found, [&](cells::Address at) {
                const Result value = evaluator.cells().at(area->sheet, beside(at, base->range, area->range));
                open = open || !value;
                return !value || !meets(*value);
            });
        }
        if (open) return std::unexpected(std::nullopt);
    }
    return found;
}

static Result count_matching(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments.size() % 2 != 0) return std::nullopt;
    const auto found = matching(evaluator, arguments, 0);
    return found ? Result(CalcValue::of(static_cast<double>(found->size()))) : found.error();
}

// The numbers of one range beside the cells found in another, added by SUM's own rules.
static Result sum_beside(Evaluator& evaluator, const std::vector<cells::Address>& found,
                         const cells::Range& from, const SheetRange& to, bool average) {
    double sum = 0, size = 0;
    std::size_t count = 0;
    for (const cells::Address at : found) {
        const Result value = evaluator.cells().at(to.sheet, beside(at, from, to.range));
        if (!value || value->is(Kind::boolean)) return std::nullopt;
        if (value->is(Kind::error)) return value;
        if (!value->is(Kind::number)) continue;
        sum += value->number;
        size += value->number < 0 ? -value->number : value->number;
        ++count;
    }
    if (sum != size && sum != -size && (sum < 0 ? -sum : sum) < size * 1e-9) return std::nullopt;
    if (!average) return CalcValue::of(sum);
    return count == 0 ? CalcValue::error("#DIV/0!") : CalcValue::of(sum / static_cast<double>(count));
}

// SUMIF(range, criterion, [sum]) has the sum last and SUMIFS(sum, range, criterion, ...) first.
static Result sum_if(Evaluator& evaluator, const Arguments& arguments, bool average) {
    const auto from = evaluator.area(arguments[0]);
    const auto to = evaluator.area(arguments.size() > 2 ? arguments[2] : arguments[0]);
    if (!from || !to || !same_shape(from->range, to->range)) return std::nullopt;
    const auto found = matching(evaluator, {arguments[0], arguments[1]}, 0);
    return found ? sum_beside(evaluator, *found, from->range, *to, average) : found.error();
}

static Result sum_ifs(Evaluator& evaluator, const Arguments& arguments, bool average) {
    if (arguments.size() % 2 == 0) return std::nullopt;
    const auto to = evaluator.area(arguments[0]);
    const auto from = evaluator.area(arguments[1]);
    if (!from || !to || !same_shape(from->range, to->range)) return std::nullopt;
    const auto found = matching(evaluator, arguments, 1);
    return found ? sum_beside(evaluator, *found, from->range, *to, average) : found.error();
}

static Result sum_matching(Evaluator& evaluator, const Arguments& arguments) {
    return sum_if(evaluator, arguments, false);
}

static Result average_matching(Evaluator& evaluator, const Arguments& arguments) {
    return sum_if(evaluator, arguments, true);
}

static Result sum_matching_all(Evaluator& evaluator, const Arguments& arguments) {
    return sum_ifs(evaluator, arguments, false);
}

static Result average_matching_all(Evaluator& evaluator, const Arguments& arguments) {
    return sum_ifs(evaluator, arguments, true);
}

static Result count_blank(Evaluator& evaluator, const Arguments& arguments) {
    const auto area = evaluator.area(arguments[0]);
    if (!area) return std::nullopt;
    const auto& [first, last] = area->range;
    double blank =
        static_cast<double>(last.row - first.row + 1) * static_cast<double>(last.column - first.column + 1);
    const bool known = evaluator.cells().each(*area, [&](cells::Address, const CalcValue& value) {
        if (!value.is(Kind::text) || !value.text.empty()) --blank;
        return true;
    });
    return known ? Result(CalcValue::of(blank)) : std::nullopt;
}

std::span<const Function> conditional_functions() {
    static constexpr std::array functions = {
        Function{"COUNTIF", 2, 2, count_matching},     Function{"COUNTIFS", 2, 254, count_matching},
        Function{"SUMIF", 2, 3, sum_matching},         Function{"SUMIFS", 3, 255, sum_matching_all},
        Function{"AVERAGEIF", 2, 3, average_matching}, Function{"AVERAGEIFS", 3, 255, average_matching_all},
        Function{"COUNTBLANK", 1, 1, count_blank},
    };
    return functions;
}

} // namespace xlsx
