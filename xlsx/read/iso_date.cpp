#include "xlsx/read/iso_date.h"

#include "engine/cells/date.h"
#include "xlsx/read/attributes.h"

namespace xlsx {

using cells::Decimal;

// Takes `count` digits off the front; nothing where there are fewer.
static std::optional<std::uint32_t> digits(std::string_view& text, std::size_t count) {
    const auto number = text.size() < count ? std::nullopt : number_of(text.substr(0, count));
    if (number) text.remove_prefix(count);
    return number;
}

static bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// "14:30:00.5" as a part of a day, to the nanosecond or so.
static std::optional<Decimal> day_fraction(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    const auto hours = digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
    const auto minutes = digits(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    Decimal seconds(0);
    if (take(text, ':')) {
        const auto read = Decimal::parse(text);
        if (!read || *read < Decimal(0) || *read >= Decimal(60)) return std::nullopt;
        seconds = *read;
        text = {};
    }
    if (!text.empty()) return std::nullopt;
    constexpr std::int64_t day = 86'400;
    return Decimal::quotient(Decimal(*hours * 3'600L + *minutes * 60L) + seconds, Decimal(day), 15);
}

std::optional<Decimal> serial_of_iso(std::string_view text, bool date1904) {
    const auto year = digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = digits(text, 2);
    if (!day) return std::nullopt;
    const cells::Date date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                           std::chrono::day(*day)};
    if (!date.ok()) return std::nullopt;
    const Decimal serial(cells::serial_of_date(date, date1904));
    if (text.empty()) return serial;
    const auto fraction = take(text, 'T') ? day_fraction(text) : std::nullopt;
    if (!fraction) return std::nullopt;
    return serial + *fraction;
}

} // namespace xlsx
