#include "xlsx/calc/criterion.h"

#include "xlsx/calc/evaluator.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>

namespace xlsx {

using Kind = CalcValue::Kind;

bool plain_word(std::string_view text) {
    if (text.empty() || text.find_first_of("*?~") != std::string_view::npos) return false;
    if (!cells::is_letter(text.front())) return false;
    if (text.find_first_of("0123456789") == std::string_view::npos)
        return !same_text(text, "TRUE").value_or(true) && !same_text(text, "FALSE").value_or(true);
    // With digits it may be a date: "Apr-16".
    static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
    return std::ranges::none_of(
        months, [&](std::string_view month) { return same_text(text.substr(0, 3), month).value_or(true); });
}

std::optional<Criterion> Criterion::read(const CalcValue& value) {
    Criterion criterion;
    if (value.is(Kind::number)) {
        criterion.wanted_ = value;
        return criterion;
    }
    if (!value.is(Kind::text)) return std::nullopt;
    std::string_view rest = value.text;
    struct Sign {
        std::string_view text;
        Test test;
    };
    static constexpr std::array signs = {Sign{"<=", Test::at_most}, Sign{">=", Test::at_least},
                                         Sign{"<", Test::less}, Sign{">", Test::more},
                                         Sign{"=", Test::equal}};
    if (rest.starts_with("<>")) return std::nullopt;
    for (const Sign& sign : signs) {
        if (!rest.starts_with(sign.text)) continue;
        rest.remove_prefix(sign.text.size());
        criterion.test_ = sign.test;
        break;
    }
    if (const auto number = plain_number(rest)) {
        criterion.wanted_ = CalcValue::of(*number);
        return criterion;
    }
    if (criterion.test_ != Test::equal || !plain_word(rest)) return std::nullopt;
    criterion.wanted_ = CalcValue::of(std::string(rest));
    return criterion;
}

std::optional<bool> Criterion::met_by(const CalcValue& cell) const {
    if (cell.is(Kind::error) || cell.is(Kind::empty)) return false;
    if (cell.is(Kind::boolean)) return std::nullopt;
    if (cell.kind != wanted_.kind) {
        // A text that is a number counts as one.
        const bool may_match = cell.is(Kind::text)
                               && cell.text.find_first_of("0123456789") != std::string::npos
                               && !plain_word(cell.text);
        return may_match ? std::nullopt : std::optional(false);
    }
    if (wanted_.is(Kind::text)) return same_text(cell.text, wanted_.text);
    const auto order = compared(cell, wanted_);
    if (!order) return std::nullopt;
    switch (test_) {
    case Test::equal:
        return *order == 0;
    case Test::less:
        return *order < 0;
    case Test::at_most:
        return *order <= 0;
    case Test::more:
        return *order > 0;
    case Test::at_least:
        break;
    }
    return *order >= 0;
}

} // namespace xlsx
