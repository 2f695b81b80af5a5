#include "tools/draw/paper.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

namespace draw {

std::optional<std::size_t> Grid::find(std::string_view heading) const {
    const std::size_t slash = heading.rfind('/');
    const std::string_view parent = slash == std::string_view::npos ? "" : heading.substr(0, slash);
    const std::string_view name = slash == std::string_view::npos ? heading : heading.substr(slash + 1);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].heading == name && columns[i].parent == parent) return i;
    return {};
}

std::size_t Grid::column(std::string_view heading) const {
    if (const auto column = find(heading)) return *column;
    throw std::runtime_error(fmt::format("sheet {} has no column \"{}\"", sheet, heading));
}

Entry text(std::string_view words) {
    if (words.empty()) return {};
    return {std::string(words)};
}

Entry date(std::string_view text) {
    if (text.empty()) return {};
    int day = 0;
    int month = 0;
    int year = 0;
    char first = ' ';
    char second = ' ';
    std::istringstream in{std::string(text)};
    if (!(in >> day >> first >> month >> second >> year) || first != '/' || second != '/')
        throw std::runtime_error(fmt::format("\"{}\" is no date", text));
    return {cells::Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}},
            "dd/mm/yyyy"};
}

Entry figure(std::string_view text, std::string_view unit, int places, bool fraction) {
    if (text.empty()) return {};
    const auto value = cells::Decimal::parse(text);
    if (!value) return {std::string(text)}; // "not available"
    const std::string decimals = places > 0 ? "." + std::string(static_cast<std::size_t>(places), '0') : "";
    if (unit == "%" && fraction) return {*value * *cells::Decimal::parse("0.01"), "0" + decimals + "%"};
    if (unit == "%") return {*value, "0" + decimals};
    if (unit == "£") return {*value, "£#,##0" + decimals};
    return {*value, "#,##0" + decimals};
}

Cover cover(const Lines& labels, const std::string& sheet, const std::string& title) {
    Cover cover{sheet, title, {}};
    for (const Line& line : labels) {
        const std::string& value = line["Value"];
        const bool is_date = value.size() == 10 && value[2] == '/' && value[5] == '/';
        cover.labels.push_back({line["Label"], is_date ? date(value) : text(value)});
    }
    return cover;
}

} // namespace draw
