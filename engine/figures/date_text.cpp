#include "engine/figures/date_text.h"

#include "engine/cells/ascii.h"
#include "engine/figures/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace engine {

using Kind = DateField::Kind;
using cells::Date;

static constexpr int earliest_year = 1900;
static constexpr int latest_year = 2199;

namespace {

/// A run of digits or of letters, and what stands before it.
struct Token {
    std::string_view text;
    char divider =
        ' '; ///< the last of the characters between it and the one before: ' ', '/', '-', '.', '\''

    bool number() const { return text.front() >= '0' && text.front() <= '9'; }
};

} // namespace

/// Nothing where another character occurs than those that dates are made of.
static std::optional<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    char divider = ' ';
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (cells::is_digit(c) || cells::is_letter(c)) {
            const auto first = i;
            while (i < text.size()
                   && (cells::is_digit(c) ? cells::is_digit(text[i]) : cells::is_letter(text[i])))
                ++i;
            tokens.push_back({text.substr(first, i - first), divider});
            divider = '+'; // glued: "31st"
        } else if (std::string_view(" ,/-.'").find(c) != std::string_view::npos) {
            if (divider == '+' || divider == ' ' || c != ' ') divider = c == ',' ? ' ' : c;
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return tokens;
}

/// 1 to 12 for "mar", "sept", "march"; 0 for any other word.
static int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word == months[i] || (word.size() == 3 && months[i].starts_with(word)))
            return static_cast<int>(i) + 1;
    return 0;
}

static std::optional<int> year_of(std::string_view digits) {
    if (digits.size() == 2) return 2000 + words::number_of(digits);
    if (digits.size() != 4) return std::nullopt;
    const int year = words::number_of(digits);
    return year >= earliest_year && year <= latest_year ? std::optional(year) : std::nullopt;
}

static ReadDate day(std::optional<int> year, int month, std::string_view day_digits) {
    if (!year || day_digits.size() > 2 || month > 12) return {};
    const Date date = std::chrono::year{*year} / month / words::number_of(day_digits);
    return date.ok() ? ReadDate{Kind::day, date} : ReadDate{};
}

static ReadDate month(std::optional<int> year, int month, End end) {
    if (!year || month < 1 || month > 12) return {};
    const auto in_year = std::chrono::year{*year} / month;
    return {Kind::month, end == End::first ? Date{in_year / 1} : Date{in_year / std::chrono::last}};
}

/// "31/03/2017", "2017-03-31", "03/2017", "2017-03"
static ReadDate read_numbers(const std::vector<Token>& tokens, End end) {
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (tokens[i].divider == '\'' || tokens[i].text.size() > 4) return {};
    const auto first = tokens.front().text;
    if (tokens.size() == 3) {
        const int in_middle = words::number_of(tokens[1].text);
        if (tokens[1].text.size() > 2) return {};
        if (first.size() == 4) return day(year_of(first), in_middle, tokens[2].text);
        return day(year_of(tokens[2].text), in_middle, first);
    }
    // "03/17" could be a day in March.
    if (tokens.size() == 2 && first.size() == 4 && tokens[1].text.size() == 2)
        return month(year_of(first), words::number_of(tokens[1].text), end);
    if (tokens.size() == 2 && first.size() <= 2 && tokens[1].text.size() == 4)
        return month(year_of(tokens[1].text), words::number_of(first), end);
    return {};
}

/// "31 mar 2017", "march 31 2017", "mar-17", "march 2017"
static ReadDate read_named_month(const std::vector<Token>& tokens, std::size_t at, int named, End end) {
    if (tokens.size() == 3 && at == 1 && tokens[0].number() && tokens[2].number())
        return day(year_of(tokens[2].text), named, tokens[0].text);
    if (tokens.size() == 3 && at == 0 && tokens[1].number() && tokens[2].text.size() == 4)
        return day(year_of(tokens[2].text), named, tokens[1].text);
    if (tokens.size() != 2 || at != 0 || !tokens[1].number()) return {};
    // "March 17" could be the 17th; "Mar-17" is how Excel writes a month.
    if (tokens[1].text.size() == 2 && tokens[1].divider == ' ') return {};
    return month(year_of(tokens[1].text), named, end);
}

static bool is_weekday(std::string_view word) {
    static constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                             "friday", "saturday", "sunday"};
    return std::ranges::any_of(
        days, [&](std::string_view name) { return word.size() >= 3 && name.starts_with(word); });
}

/// Takes out what a date may be dressed with: a weekday, "of", "31st".
static void undress(std::vector<Token>& tokens) {
    if (!tokens.empty() && is_weekday(tokens.front().text)) tokens.erase(tokens.begin());
    std::erase_if(tokens, [](const Token& token) {
        const bool ordinal =
            token.divider == '+'
            && (token.text == "st" || token.text == "nd" || token.text == "rd" || token.text == "th");
        return ordinal || token.text == "of";
    });
}

/// Which end "by the end of March 2017" means, and the rest of it.
static std::string_view without_end(std::string_view text, End& end) {
    for (const std::string_view start : {"by ", "due ", "from ", "the "})
        if (text.starts_with(start)) text.remove_prefix(start.size());
    for (const std::string_view start : {"end of ", "end "})
        if (text.starts_with(start)) {
            end = End::last;
            return text.substr(start.size());
        }
    for (const std::string_view start : {"start of ", "beginning of ", "start "})
        if (text.starts_with(start)) {
            end = End::first;
            return text.substr(start.size());
        }
    return text;
}

/// Words and at most a year: somebody has said when, but not which day.
static bool is_vague(std::string_view text) {
    const auto period = take_period(text);
    const std::string_view rest = period.rest;
    const auto first = rest.find_first_of("0123456789");
    if (first == std::string_view::npos)
        return period.year != 0 || period.quarter != 0 || std::ranges::any_of(rest, cells::is_letter);
    const auto end = std::min(rest.find_first_not_of("0123456789", first), rest.size());
    const bool only = rest.find_first_of("0123456789", end) == std::string_view::npos;
    return only && end - first == 4 && (rest.substr(first, 2) == "19" || rest.substr(first, 2) == "20");
}

ReadDate read_date_text(std::string_view text, End end, unsigned first_month) {
    const std::string plain = words::plain(text);
    for (const std::string_view nothing : {"", "-", "--", "n/a", "na", "not applicable"})
        if (plain == nothing) return {Kind::blank, {}};

    std::string_view rest = without_end(plain, end);
    if (const auto period = parse_period(rest))
        return {Kind::quarter,
                end == End::first ? first_day(*period, first_month) : last_day(*period, first_month)};
    if (parse_year(rest)) return {Kind::vague, {}};
    // A time of day after a date: "2017-03-31 00:00:00".
    if (const auto colon = rest.find(':'); colon != std::string_view::npos)
        if (const auto before = rest.find_last_of(" t", colon); before != std::string_view::npos)
            rest = words::trimmed(rest.substr(0, before));

    auto tokens = tokens_of(rest);
    ReadDate read;
    if (tokens) undress(*tokens);
    if (tokens && !tokens->empty()) {
        const auto named =
            std::ranges::find_if(*tokens, [](const Token& token) { return month_of(token.text) != 0; });
        const bool numbers = std::ranges::all_of(*tokens, &Token::number);
        if (named != tokens->end())
            read = read_named_month(*tokens, static_cast<std::size_t>(named - tokens->begin()),
                                    month_of(named->text), end);
        else if (numbers)
            read = read_numbers(*tokens, end);
    }
    if (!read.date && is_vague(plain)) read.kind = Kind::vague;
    return read;
}

} // namespace engine
