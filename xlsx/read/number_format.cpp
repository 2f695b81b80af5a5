#include "xlsx/read/number_format.h"

#include "engine/cells/ascii.h"
#include "xlsx/package/text_encoding.h"

#include <algorithm>
#include <array>

namespace xlsx {

using cells::Shown;

static constexpr std::int8_t most_places = 30; // of Excel

static bool starts_small(std::string_view text, std::string_view word) {
    return text.size() >= word.size()
           && std::ranges::equal(text.substr(0, word.size()), word, {}, cells::lower);
}

// How many bytes the character at the front has, if there is one.
static std::size_t width(std::string_view text) {
    return text.empty() ? 1 : std::max(utf8_length(text), std::size_t{1});
}

static bool holds_currency(std::string_view text) {
    static constexpr std::array<std::string_view, 7> signs = {"$", "£", "€", "¥", "GBP", "EUR", "USD"};
    return std::ranges::any_of(
        signs, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

namespace {

/// One section of a code, read from left to right.
class Section {
public:
    /// Reads one symbol off the front of the code.
    void read(std::string_view& code);
    NumberFormat format() const;

private:
    void literal(std::string_view text) { currency_ = currency_ || holds_currency(text); }
    void bracketed(std::string_view inside);
    void placeholder();

    bool year_or_day_ = false;
    bool hour_or_second_ = false;
    bool month_or_minute_ = false;
    bool percent_ = false;
    bool currency_ = false;
    bool placeholder_ = false;
    bool after_point_ = false;
    bool exponent_ = false;
    bool fraction_ = false;
    bool general_ = false;
    bool text_ = false;
    std::int8_t places_ = 0;
};

/// [Red], [>=100], [$£-809], [hh]
void Section::bracketed(std::string_view inside) {
    if (inside.empty()) return;
    if (inside.front() == '$') {
        const auto symbol = inside.substr(1, inside.find('-') - 1);
        currency_ = currency_ || !symbol.empty();
        return;
    }
    const char unit = cells::lower(inside.front());
    const bool elapsed = (unit == 'h' || unit == 'm' || unit == 's')
                         && std::ranges::all_of(inside, [&](char c) { return cells::lower(c) == unit; });
    hour_or_second_ = hour_or_second_ || elapsed;
}

void Section::placeholder() {
    placeholder_ = true;
    if (after_point_ && !exponent_ && places_ < most_places) ++places_;
}

void Section::read(std::string_view& code) {
    std::size_t length = 1;
    const auto up_to = [&](char closing) {
        const auto close = std::min(code.find(closing, 1), code.size());
        length = std::min(close + 1, code.size());
        return code.substr(1, close - 1);
    };
    switch (cells::lower(code.front())) {
    case '"':
        literal(up_to('"'));
        break;
    case '[':
        bracketed(up_to(']'));
        break;
    case '\\':
        length = 1 + width(code.substr(1));
        literal(code.substr(1, length - 1));
        break;
    case '_': // a space as wide as the next character
    case '*': // the next character, repeated
        length = 1 + width(code.substr(1));
        break;
    case '0':
    case '#':
    case '?':
        placeholder();
        break;
    case '.':
        after_point_ = true;
        break;
    case '/':
        fraction_ = placeholder_;
        break;
    case '%':
        percent_ = true;
        break;
    case '@':
        text_ = true;
        break;
    case 'y':
    case 'd':
        year_or_day_ = true;
        break;
    case 'm':
        month_or_minute_ = true;
        break;
    case 'h':
    case 's':
        hour_or_second_ = true;
        break;
    case 'e':
        exponent_ = placeholder_ && code.size() > 1 && (code[1] == '+' || code[1] == '-');
        year_or_day_ = year_or_day_ || !exponent_;
        break;
    case 'a':
        for (const std::string_view half : {"am/pm", "a/p"})
            if (starts_small(code, half)) length = half.size();
        hour_or_second_ = hour_or_second_ || length > 1;
        break;
    case 'g':
        general_ = starts_small(code, "general");
        if (general_) length = std::string_view("general").size();
        break;
    default:
        length = width(code);
        literal(code.substr(0, length));
    }
    code.remove_prefix(std::min(length, code.size()));
}

NumberFormat Section::format() const {
    if (year_or_day_) return {Shown::date, -1};
    if (hour_or_second_) return {Shown::time, -1};
    if (month_or_minute_) return {Shown::date, -1};
    const std::int8_t places = placeholder_ && !fraction_ ? places_ : std::int8_t{-1};
    if (percent_) return {Shown::percent, places};
    if (currency_ && (placeholder_ || general_)) return {Shown::currency, places};
    if (placeholder_) return {Shown::number, places};
    if (text_) return {Shown::text, -1};
    return {};
}

} // namespace

NumberFormat read_number_format(std::string_view code) {
    Section section;
    while (!code.empty() && code.front() != ';') section.read(code);
    return section.format();
}

NumberFormat built_in_number_format(std::uint32_t id) {
    struct BuiltIn {
        std::uint32_t first, last;
        NumberFormat format;
    };
    static constexpr auto list = std::to_array<BuiltIn>({
        {1, 1, {Shown::number, 0}},     {2, 2, {Shown::number, 2}},     {3, 3, {Shown::number, 0}},
        {4, 4, {Shown::number, 2}},     {5, 6, {Shown::currency, 0}},   {7, 8, {Shown::currency, 2}},
        {9, 9, {Shown::percent, 0}},    {10, 10, {Shown::percent, 2}},  {11, 11, {Shown::number, 2}},
        {12, 13, {Shown::number, -1}},  {14, 17, {Shown::date, -1}},    {18, 21, {Shown::time, -1}},
        {22, 22, {Shown::date, -1}},    {27, 31, {Shown::date, -1}},    {32, 35, {Shown::time, -1}},
        {36, 36, {Shown::date, -1}},    {37, 38, {Shown::number, 0}},   {39, 40, {Shown::number, 2}},
        {41, 41, {Shown::number, 0}},   {42, 42, {Shown::currency, 0}}, {43, 43, {Shown::number, 2}},
        {44, 44, {Shown::currency, 2}}, {45, 47, {Shown::time, -1}},    {48, 48, {Shown::number, 1}},
        {49, 49, {Shown::text, -1}},    {50, 54, {Shown::date, -1}},    {55, 56, {Shown::time, -1}},
        {57, 58, {Shown::date, -1}},
    });
    const auto found = std::ranges::find_if(
        list, [&](const BuiltIn& built_in) { return id >= built_in.first && id <= built_in.last; });
    return found == std::end(list) ? NumberFormat{} : found->format;
}

} // namespace xlsx
