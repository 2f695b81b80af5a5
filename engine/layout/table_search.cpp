#include "engine/layout/table_search.h"

#include <algorithm>

namespace engine {

// A sheet with more rows that begin like a header than these holds no table of ours.
static constexpr std::size_t most_header_rows = 64;
// A header with its key's heading misspelt is looked for in the first rows only, among the likeliest of them.
static constexpr std::size_t first_rows = 60;
static constexpr std::size_t likeliest = 3;

std::vector<std::vector<std::size_t>> looking_order(const std::vector<cells::Sheet>& sheets,
                                                    const std::vector<std::string>& named) {
    std::vector<std::vector<std::size_t>> groups(3);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const bool by_name = std::ranges::any_of(
            named, [&](const std::string& name) { return folded(name) == folded(sheets[i].name); });
        groups[sheets[i].hidden ? 2 : by_name ? 0 : 1].push_back(i);
    }
    return groups;
}

const SheetRows& TableSearch::rows_of(std::size_t sheet) {
    rows_.resize(sheets_.size());
    if (!rows_[sheet]) rows_[sheet].emplace(sheets_[sheet]);
    return *rows_[sheet];
}

void TableSearch::keep_nearly(std::size_t sheet, const Header& header) {
    if (!nearly_ || header.columns.size() > nearly_->header.columns.size()) nearly_ = {sheet, header};
}

/// The same headings over most of the same columns, further down: a table that goes on.
static bool goes_on(const Header& first, const Header& again) {
    const auto same = std::ranges::count_if(again.columns, [&](const FoundColumn& column) {
        return std::ranges::any_of(first.columns, [&](const FoundColumn& other) {
            return other.letter == column.letter && other.column == column.column && other.year == column.year
                   && other.quarter == column.quarter;
        });
    });
    return 2 * static_cast<std::size_t>(same) > again.columns.size();
}

/// Rows that hold the heading of the key's column.
static std::vector<std::uint32_t> key_rows(const SheetRows& rows, const TablePatterns& patterns) {
    std::vector<std::uint32_t> result;
    for (const cells::Cell& cell : rows.sheet().cells) {
        if (cell.kind != cells::Cell::Kind::text || !patterns.is_key(cell.text)) continue;
        if (result.empty() || result.back() != cell.at.row) result.push_back(cell.at.row);
        if (result.size() == most_header_rows) break;
    }
    return result;
}

void TableSearch::look_at(std::size_t sheet, std::vector<Candidate>& whole) {
    const SheetRows& rows = rows_of(sheet);
    for (const std::uint32_t row : key_rows(rows, patterns_)) {
        Header header = best_header(rows, patterns_, row);
        if (!is_whole(header)) {
            keep_nearly(sheet, header);
            continue;
        }
        const bool again = std::ranges::any_of(whole, [&](const Candidate& other) {
            return other.sheet == sheet && goes_on(other.header, header);
        });
        if (!again) whole.push_back({sheet, std::move(header)});
    }
}

std::vector<std::uint32_t> TableSearch::likely_rows(const SheetRows& rows) const {
    std::vector<std::pair<std::size_t, std::uint32_t>> known;
    SheetRow row;
    for (std::size_t i = 0; i < std::min(rows.size(), first_rows); ++i) {
        rows.read(i, row);
        const auto count = std::ranges::count_if(row.cells, [&](const cells::Cell* cell) {
            return cell->kind == cells::Cell::Kind::text && patterns_.knows(cell->text);
        });
        if (count > 0) known.emplace_back(static_cast<std::size_t>(count), row.number);
    }
    std::ranges::stable_sort(known, std::ranges::greater{}, &std::pair<std::size_t, std::uint32_t>::first);
    std::vector<std::uint32_t> result;
    for (std::size_t i = 0; i < std::min(known.size(), likeliest); ++i) result.push_back(known[i].second);
    return result;
}

void TableSearch::look_for_near(std::span<const std::size_t> group, std::vector<Candidate>& whole) {
    for (const std::size_t sheet : group) {
        const SheetRows& rows = rows_of(sheet);
        std::optional<Header> best;
        for (const std::uint32_t row : likely_rows(rows)) {
            Header header = best_header(rows, patterns_, row);
            read_near(header, patterns_);
            if (!is_whole(header))
                keep_nearly(sheet, header);
            else if (!best || header.columns.size() > best->columns.size())
                best = std::move(header);
        }
        if (best) whole.push_back({sheet, std::move(*best)});
    }
}

std::vector<Candidate> TableSearch::find() {
    std::vector<Candidate> whole;
    for (const auto& group : looking_order(sheets_, patterns_.table().sheets)) {
        for (const std::size_t sheet : group) look_at(sheet, whole);
        if (whole.empty()) look_for_near(group, whole);
        if (!whole.empty()) break;
    }
    std::ranges::stable_sort(whole, std::ranges::greater{},
                             [](const Candidate& candidate) { return candidate.header.columns.size(); });
    // A small table that happens to have the required columns too ("Ref" and "Indicator") is not meant.
    while (whole.size() > 1 && 2 * whole.back().header.columns.size() < whole.front().header.columns.size())
        whole.pop_back();
    for (Candidate& candidate : whole) read_near(candidate.header, patterns_);
    return whole;
}

} // namespace engine
