#include "xlsx/rows/follow/ranges.h"

#include <algorithm>

namespace xlsx {

static cells::Range with_rows(cells::Range range, RowSpan span) {
    range.first.row = span.first;
    range.last.row = std::min(span.last, cells::last_row);
    return range;
}

static bool whole_height(cells::Range range) {
    return range.first.row == 1 && range.last.row == cells::last_row;
}

std::optional<cells::Range> covered(const RowMap& rows, cells::Range range) {
    if (whole_height(range)) return range;
    const RowSpan span = rows.cover(range.first.row, range.last.row);
    if (span.empty()) return std::nullopt;
    return with_rows(range, span);
}

std::vector<cells::Range> copied(const RowMap& rows, cells::Range range) {
    std::vector<cells::Range> copies;
    for (const RowMap::Copy copy : rows.copies_around(range.first.row, range.last.row)) {
        const RowSpan span = rows.cover(range.first.row, range.last.row, copy);
        if (!span.empty()) copies.push_back(with_rows(range, span));
    }
    return copies;
}

std::vector<cells::Range> separate(const RowMap& rows, cells::Range range) {
    if (whole_height(range)) return {range};
    std::vector<cells::Range> runs;
    for (const RowSpan& span : rows.runs(range.first.row, range.last.row))
        runs.push_back(with_rows(range, span));
    return runs;
}

std::vector<cells::Range> read_sqref(std::string_view sqref) {
    std::vector<cells::Range> ranges;
    while (!sqref.empty()) {
        const auto blank = sqref.find(' ');
        if (const auto range = cells::parse_range(sqref.substr(0, blank))) ranges.push_back(*range);
        sqref.remove_prefix(blank == std::string_view::npos ? sqref.size() : blank + 1);
    }
    return ranges;
}

std::string sqref_text(const std::vector<cells::Range>& ranges) {
    std::string text;
    for (const cells::Range& range : ranges) {
        if (!text.empty()) text += ' ';
        text += cells::to_text(range);
    }
    return text;
}

std::string followed_sqref(const RowMap& rows, std::string_view sqref) {
    std::vector<cells::Range> all;
    for (const cells::Range& range : read_sqref(sqref))
        for (const cells::Range& run : separate(rows, range)) all.push_back(run);
    return sqref_text(all);
}

std::string formatted_sqref(const RowMap& rows, std::string_view sqref) {
    std::vector<cells::Range> all;
    for (const cells::Range& range : read_sqref(sqref)) {
        const auto now = covered(rows, range);
        if (!now) continue;
        all.push_back(*now);
        if (!whole_height(range)) all.back().last.row = rows.before(range.last.row + 1, 0);
    }
    return sqref_text(all);
}

} // namespace xlsx
