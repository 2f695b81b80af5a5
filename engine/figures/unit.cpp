#include "engine/figures/unit.h"

#include "engine/cells/ascii.h"
#include "engine/figures/words.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace engine {

/// Whether the word or phrase stands in the text, not as a part of another word.
static bool says(std::string_view text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        if ((at == 0 || !cells::is_letter(text[at - 1]))
            && (end == text.size() || !cells::is_letter(text[end])))
            return true;
    }
    return false;
}

static bool says_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return says(text, phrase); });
}

std::optional<Unit> parse_unit(std::string_view text) {
    const std::string unit = words::plain(text);
    if (unit.empty()) return std::nullopt;
    // In this order: "per cent" before "per", "£ per head" before "per", "number of days" before "number".
    if (unit.find('%') != std::string::npos || says_any(unit, {"per cent", "percent", "percentage", "pct"}))
        return Unit::percent;
    if (unit.find("£") != std::string::npos || says_any(unit, {"gbp", "pounds"})) return Unit::money;
    if (says_any(unit, {"day", "days"})) return Unit::days;
    if (says_any(unit, {"week", "weeks"})) return Unit::weeks;
    if (says_any(unit, {"rate", "per"})) return Unit::rate;
    if (unit == "#" || unit == "no" || says_any(unit, {"number", "no.", "count", "num", "nos"}))
        return Unit::count;
    if (says_any(unit, {"score", "ratio", "index", "points"})) return Unit::score;
    return Unit::other;
}

std::string number_format(Unit unit, std::string_view wording, int places) {
    const std::string decimals =
        places > 0 ? "." + std::string(static_cast<std::size_t>(places), '0') : std::string{};
    if (unit == Unit::percent) return "0" + decimals + "%";
    if (unit != Unit::money) return "#,##0" + decimals;
    const std::string said = words::plain(wording);
    const bool thousands =
        said.find("000") != std::string::npos || says_any(said, {"k", "thousand", "thousands"});
    const bool millions = says_any(said, {"m", "mn", "million", "millions"});
    return "£#,##0" + decimals + (thousands ? "\"k\"" : millions ? "\"m\"" : "");
}

std::optional<Polarity> parse_polarity(std::string_view text) {
    const std::string said = words::plain(text);
    const bool higher = says_any(said, {"higher", "high", "up", "increase", "increasing", "bigger", "more",
                                        "maximise", "rise", "rising", "▲", "↑"});
    const bool lower = says_any(said, {"lower", "low", "down", "decrease", "decreasing", "reduce", "reducing",
                                       "smaller", "less", "fewer", "minimise", "▼", "↓"});
    const bool in_range = says_any(said, {"range", "maintain", "maintained", "stable"});
    if (higher + lower + in_range != 1) return std::nullopt;
    return higher ? Polarity::higher : lower ? Polarity::lower : Polarity::in_range;
}

static bool is_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
    return std::ranges::find(phrases, text) != phrases.end();
}

std::optional<Frequency> parse_frequency(std::string_view text) {
    const std::string said = words::plain(text);
    if (says_any(said, {"survey", "perception"})) return Frequency::survey;
    // Whole phrases: "6-monthly", "half-yearly" and "bi-annual" are other frequencies.
    if (is_any(said, {"monthly", "month", "every month", "each month", "calendar monthly"}))
        return Frequency::monthly;
    if (is_any(said, {"quarterly", "quarter", "every quarter", "each quarter", "qtrly"}))
        return Frequency::quarterly;
    if (is_any(said, {"annual", "annually", "yearly", "year", "every year", "once a year", "per annum"}))
        return Frequency::annual;
    return std::nullopt;
}

std::optional<Measured> parse_measured(std::string_view text) {
    const std::string said = words::plain(text);
    if (says_any(said, {"snapshot", "point in time", "in quarter", "non-cumulative", "not cumulative"}))
        return Measured::snapshot;
    if (says_any(said, {"cumulative", "cumulatively", "year to date", "ytd", "running total"}))
        return Measured::cumulative;
    return std::nullopt;
}

} // namespace engine
