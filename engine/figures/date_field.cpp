#include "engine/figures/date_field.h"

#include "engine/figures/date_text.h"

#include <cstdlib>

namespace engine {

using cells::Cell;
using cells::Shown;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;

/// The whole days of a serial; nothing where it is no day.
static std::optional<cells::Date> day_of(const cells::Decimal& serial, bool date1904) {
    if (serial.is_negative()) return std::nullopt;
    std::int64_t days = 0;
    for (const char digit : serial.to_text()) {
        if (digit == '.') break;
        days = days * 10 + (digit - '0');
    }
    return cells::date_of_serial(days, date1904);
}

static void read_number(const Cell& cell, bool date1904, DateField& field) {
    field.kind = DateField::Kind::unreadable;
    if (!cell.number || cell.shown == Shown::time || cell.shown == Shown::percent
        || cell.shown == Shown::currency)
        return;
    const auto day = day_of(*cell.number, date1904);
    if (!day) return;
    const bool in_this_century =
        day->year() >= std::chrono::year{2000} && day->year() < std::chrono::year{2100};
    if (cell.shown != Shown::date && !in_this_century) return;
    field.kind = DateField::Kind::day;
    field.date = day;
}

DateField read_date(const Cell* cell, bool date1904, End end, unsigned first_month) {
    DateField field;
    if (!cell) return field;
    field.at = cell->at;
    field.shown = cells::shown_text(*cell, date1904);
    if (cell->kind == Cell::Kind::number) {
        read_number(*cell, date1904, field);
    } else if (cell->kind == Cell::Kind::text) {
        const ReadDate read = read_date_text(cell->text, end, first_month);
        field.kind = read.kind;
        field.date = read.date;
        field.text = read.kind != DateField::Kind::blank;
    } else if (cell->kind != Cell::Kind::empty || cell->uncalculated) {
        field.kind = DateField::Kind::unreadable;
    }
    return field;
}

static bool ends_month(cells::Date date) {
    return date == cells::Date{date.year() / date.month() / std::chrono::last};
}

/// The same day so many months later, or the last of that month where it has no such day.
static cells::Date later(cells::Date date, int count) {
    const year_month month = date.year() / date.month() + months{count};
    const cells::Date same = month / date.day();
    return same.ok() ? same : cells::Date{month / std::chrono::last};
}

Span span_between(cells::Date from, cells::Date to, bool by_month) {
    if (to < from) {
        const Span back = span_between(to, from, by_month);
        return {-back.months, -back.days};
    }
    const auto apart = (to.year() / to.month()) - (from.year() / from.month());
    Span span{static_cast<int>(apart.count()), 0};
    if (by_month || (ends_month(from) && ends_month(to))) return span;
    if (later(from, span.months) > to) --span.months;
    span.days = static_cast<int>((sys_days{to} - sys_days{later(from, span.months)}).count());
    return span;
}

static std::string counted(int number, std::string_view unit) {
    return std::to_string(number) + " " + std::string(unit) + (number == 1 ? "" : "s");
}

std::string to_text(Span span) {
    const bool earlier = span.months < 0 || span.days < 0;
    const int month_count = std::abs(span.months);
    const int day_count = std::abs(span.days);
    std::string text;
    if (month_count != 0) text = counted(month_count, "month");
    if (day_count != 0 || month_count == 0) text += (text.empty() ? "" : " and ") + counted(day_count, "day");
    return earlier ? text + " earlier" : text;
}

} // namespace engine
