#include "engine/figures/period.h"

#include "engine/cells/ascii.h"
#include "engine/figures/words.h"

#include <algorithm>
#include <charconv>

namespace engine {

Period Period::preceding() const {
    return quarter == 1 ? Period{year - 1, 4} : Period{year, quarter - 1};
}

static bool is_word(char c) {
    return cells::is_digit(c) || (c >= 'a' && c <= 'z');
}

namespace {

/// Where a text names something, and its number; the text from `first` up to `last` is taken out.
struct Named {
    int number = 0;
    std::size_t first = 0, last = 0;
};

} // namespace

/// The digits at `at`, and `at` behind them.
static std::string_view digits_at(std::string_view text, std::size_t& at) {
    const auto first = at;
    while (at < text.size() && cells::is_digit(text[at])) ++at;
    return text.substr(first, at - first);
}

/// The first of two years that follow each other, both of four digits, both of two, or four and two.
static std::optional<int> first_year(std::string_view first, std::string_view second) {
    if ((first.size() != 4 && first.size() != 2) || (second.size() != 2 && second.size() != first.size()))
        return std::nullopt;
    const int year = words::number_of(first) + (first.size() == 2 ? 2000 : 0);
    const int next = second.size() == 4 ? year + 1 : (year + 1) % 100;
    if (year < 1900 || words::number_of(second) != next) return std::nullopt;
    return year;
}

static std::optional<Named> year_in(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!cells::is_digit(text[i])) continue;
        const auto begin = i;
        const auto first = digits_at(text, i);
        auto at = std::min(text.find_first_not_of(' ', i), text.size());
        if (at == text.size() || (text[at] != '-' && text[at] != '/')) continue;
        at = std::min(text.find_first_not_of(' ', at + 1), text.size());
        const auto second = digits_at(text, at);
        // Not within a date or a longer range: "01/02/03", "2016-17-18".
        const bool more_before = begin > 0 && (text[begin - 1] == '/' || text[begin - 1] == '-');
        const bool more_after =
            at + 1 < text.size() && (text[at] == '/' || text[at] == '-') && cells::is_digit(text[at + 1]);
        const auto year = first_year(first, second);
        if (year && !more_before && !more_after) return Named{*year, begin, at};
    }
    return std::nullopt;
}

static std::optional<Named> quarter_in(std::string_view text) {
    for (const std::string_view name : {"quarter", "qtr", "q"}) {
        const auto at = text.find(name);
        if (at == std::string_view::npos || (at > 0 && is_word(text[at - 1]))) continue;
        const auto end = text.find_first_not_of(" .", at + name.size());
        if (end == std::string_view::npos || text[end] < '1' || text[end] > '4') continue;
        if (end + 1 == text.size() || !is_word(text[end + 1])) return Named{text[end] - '0', at, end + 1};
    }
    return std::nullopt;
}

static void take_out(std::string& text, const Named& named) {
    text = words::plain(text.substr(0, named.first) + " " + text.substr(named.last));
}

PeriodWords take_period(std::string_view text) {
    PeriodWords period{.year = 0, .quarter = 0, .rest = words::plain(text)};
    if (const auto quarter = quarter_in(period.rest)) {
        period.quarter = quarter->number;
        take_out(period.rest, *quarter);
    }
    if (const auto year = year_in(period.rest)) {
        period.year = year->number;
        take_out(period.rest, *year);
    }
    return period;
}

/// Nothing is left beside the period but punctuation.
static bool alone(const PeriodWords& period) {
    return words::trimmed(period.rest, " (),.:;-/[]").empty();
}

std::optional<int> parse_year(std::string_view text) {
    const auto period = take_period(text);
    if (period.year == 0 || period.quarter != 0 || !alone(period)) return std::nullopt;
    return period.year;
}

std::optional<Period> parse_period(std::string_view text) {
    const auto period = take_period(text);
    if (period.year == 0 || period.quarter == 0 || !alone(period)) return std::nullopt;
    return Period{period.year, period.quarter};
}

std::string to_text(Period period) {
    return year_text(period.year) + " Q" + std::to_string(period.quarter);
}

std::string year_text(int year) {
    const int next = (year + 1) % 100;
    return std::to_string(year) + (next < 10 ? "-0" : "-") + std::to_string(next);
}

cells::Date first_day(Period period, unsigned first_month) {
    using namespace std::chrono;
    const auto month = year{period.year} / static_cast<int>(first_month) + months{3 * (period.quarter - 1)};
    return month / 1;
}

cells::Date last_day(Period period, unsigned first_month) {
    using namespace std::chrono;
    return cells::Date{sys_days{first_day(period, first_month) + months{3}} - days{1}};
}

Period period_of(cells::Date date, unsigned first_month) {
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    const int since = month - static_cast<int>(first_month);
    const int year = static_cast<int>(date.year());
    return since >= 0 ? Period{year, since / 3 + 1} : Period{year - 1, (since + 12) / 3 + 1};
}

} // namespace engine
