#include "engine/cells/sheet.h"

#include "engine/cells/date.h"

#include <algorithm>

namespace cells {

const Cell* Sheet::find(Address at) const {
    const auto found = std::ranges::lower_bound(cells, at, {}, &Cell::at);
    return found != cells.end() && found->at == at ? &*found : nullptr;
}

const Cell* Sheet::find_merged(Address at) const {
    const auto merge = std::ranges::find_if(merges, [&](const Range& range) { return range.contains(at); });
    return find(merge == merges.end() ? at : merge->first);
}

bool Sheet::row_hidden(std::uint32_t row) const {
    return std::ranges::binary_search(hidden_rows, row);
}

bool Sheet::column_hidden(std::uint32_t column) const {
    return std::ranges::binary_search(hidden_columns, column);
}

static std::string with_places(const Decimal& number, int places) {
    return places < 0 ? number.to_text() : number.to_text(places);
}

/// Whole days of a serial; a time of day is dropped.
static std::int64_t whole_days(const Decimal& serial) {
    const std::string text = serial.to_text();
    std::int64_t days = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') break;
        days = days * 10 + (c - '0');
    }
    return serial.is_negative() ? -1 : days;
}

static constexpr std::int64_t minutes_a_day = 1440;

static std::string time_of_day(const Decimal& serial) {
    const Decimal minutes = (serial - Decimal(whole_days(serial))) * Decimal(minutes_a_day);
    const std::int64_t count = whole_days(minutes.rounded(0));
    const std::string rest = std::to_string(count % 60);
    return std::to_string(count / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

static std::string shown_number(const Decimal& number, const Cell& cell, bool date1904) {
    switch (cell.shown) {
    case Shown::percent:
        return with_places(number * Decimal(100), cell.shown_places) + "%";
    case Shown::currency:
        return (number.is_negative() ? "-£" : "£") + with_places(number.abs(), cell.shown_places);
    case Shown::date:
        if (const auto date = date_of_serial(whole_days(number), date1904)) return to_text(*date);
        return number.to_text();
    case Shown::time:
        return number.is_negative() ? number.to_text() : time_of_day(number);
    case Shown::general:
    case Shown::number:
    case Shown::text:
        break;
    }
    return with_places(number, cell.shown_places);
}

std::string shown_text(const Cell& cell, bool date1904) {
    switch (cell.kind) {
    case Cell::Kind::empty:
        return {};
    case Cell::Kind::number:
        return cell.number ? shown_number(*cell.number, cell, date1904) : cell.text;
    case Cell::Kind::boolean:
        return cell.number && !cell.number->is_zero() ? "TRUE" : "FALSE";
    case Cell::Kind::text:
    case Cell::Kind::error:
        break;
    }
    return cell.text;
}

} // namespace cells
