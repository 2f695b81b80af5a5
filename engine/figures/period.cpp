#include "engine/figures/period.h"

#include "engine/figures/words.h"

#include <charconv>

namespace engine {

Period Period::preceding() const {
    return quarter == 1 ? Period{year - 1, 4} : Period{year, quarter - 1};
}

/// All of the text as a number of so many digits.
static std::optional<int> digits(std::string_view text, std::size_t count) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.size() != count || fault != std::errc{} || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

/// "2016-17", "2016/2017", and with `short_too` "16/17".
static std::optional<int> year_of(std::string_view words, bool short_too) {
    const auto divider = words.find_first_of("-/");
    if (divider == std::string_view::npos) return std::nullopt;
    const auto first = words::trimmed(words.substr(0, divider));
    const auto second = words::trimmed(words.substr(divider + 1));
    auto year = digits(first, 4);
    if (!year && short_too)
        if (const auto in_century = digits(first, 2)) year = 2000 + *in_century;
    if (!year || *year < 1900) return std::nullopt;
    if (first.size() == 4 && digits(second, 4) == *year + 1) return year;
    return digits(second, 2) == (*year + 1) % 100 ? year : std::nullopt;
}

std::optional<int> parse_year(std::string_view text) {
    return year_of(words::plain(text), false);
}

namespace {

/// Where a text names a quarter.
struct QuarterAt {
    int quarter = 0;
    std::size_t first = 0, last = 0;
};

} // namespace

static std::optional<QuarterAt> quarter_in(std::string_view text) {
    for (const std::string_view name : {"quarter", "qtr", "q"}) {
        const auto at = text.find(name);
        if (at == std::string_view::npos) continue;
        auto end = at + name.size();
        while (end < text.size() && (text[end] == ' ' || text[end] == '.')) ++end;
        const bool alone = end + 1 >= text.size() || text[end + 1] < '0' || text[end + 1] > '9';
        if (end < text.size() && text[end] >= '1' && text[end] <= '4' && alone)
            return QuarterAt{text[end] - '0', at, end + 1};
    }
    return std::nullopt;
}

std::optional<Period> parse_period(std::string_view text) {
    const std::string plain = words::plain(text);
    const auto quarter = quarter_in(plain);
    if (!quarter) return std::nullopt;
    std::string rest = plain.substr(0, quarter->first) + " " + plain.substr(quarter->last);
    std::erase_if(rest, [](char c) { return c == '(' || c == ')' || c == ',' || c == ':'; });
    // A dash between the year and the quarter: "2016-17 - Q2".
    const auto year = year_of(words::trimmed(words::trimmed(rest), "-/ "), true);
    if (!year) return std::nullopt;
    return Period{*year, quarter->quarter};
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
