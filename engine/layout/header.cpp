#include "engine/layout/header.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

namespace engine {

using cells::Address;
using cells::Cell;

namespace {

/// What stands over one column in one row of the header.
struct Over {
    const Cell* cell = nullptr;
    bool merged = false;
};

using OverRow = std::vector<Over>; // by column; the first is not used

} // namespace

static std::string text_of(const Cell& cell) {
    return cells::shown_text(cell, false);
}

// Merges that overlap, which no workbook should have, would spread over each other again and again.
static constexpr std::size_t most_spread = std::size_t{16} * cells::last_column;

/// The header's cells, each merge's text in all its columns and rows.
static std::vector<OverRow> spread(const SheetRows& rows, std::uint32_t first_row, std::uint32_t last_row) {
    std::vector<OverRow> grid(last_row - first_row + 1);
    SheetRow row;
    std::size_t width = 1;
    std::size_t spread_cells = 0;
    const auto put = [&](std::uint32_t at_row, std::uint32_t column, Over over) {
        OverRow& into = grid[at_row - first_row];
        if (into.size() <= column) into.resize(column + 1);
        if (!into[column].cell) into[column] = over;
        ++spread_cells;
        width = std::max<std::size_t>(width, column + 1);
    };
    for (std::size_t i = rows.from(first_row); i < rows.size() && rows.number(i) <= last_row; ++i) {
        rows.read(i, row);
        for (const Cell* cell : row.cells) {
            const cells::Range* merge = spread_cells < most_spread ? rows.merge_at(cell->at) : nullptr;
            const cells::Range range = merge ? *merge : cells::Range{cell->at, cell->at};
            for (auto r = range.first.row; r <= std::min(range.last.row, last_row); ++r)
                for (auto c = range.first.column; c <= std::min(range.last.column, cells::last_column); ++c)
                    put(r, c, {cell, merge != nullptr});
        }
    }
    for (OverRow& over : grid) over.resize(width);
    return grid;
}

namespace {

/// The cells of a few rows as headings, each read once however many headers it is tried in.
class ReadHeadings {
public:
    const Heading& of(const Cell& cell) {
        const auto [place, first] = headings_.try_emplace(&cell);
        if (first) place->second = read_heading(text_of(cell));
        return place->second;
    }

private:
    std::unordered_map<const Cell*, Heading> headings_;
};

/// Goes over the header's columns from the left.
class HeaderReading {
public:
    HeaderReading(const SheetRows& rows, const TablePatterns& patterns, ReadHeadings& headings,
                  std::uint32_t first_row, std::uint32_t last_row)
        : patterns_(patterns), headings_(headings), grid_(spread(rows, first_row, last_row)) {
        header_.first_row = first_row;
        header_.last_row = last_row;
    }

    Header read() {
        std::vector<Over> extending(grid_.size());
        for (std::uint32_t column = 1; column < grid_.front().size(); ++column) {
            for (std::size_t r = 0; r < grid_.size(); ++r)
                if (grid_[r][column].cell) extending[r] = grid_[r][column];
            read_column(column, extending);
        }
        return std::move(header_);
    }

private:
    /// `extending`: in each row, the last text up to this column. One that is not merged reaches right until
    /// the next; a merged one stays over its own columns.
    void read_column(std::uint32_t column, const std::vector<Over>& extending) {
        std::size_t lowest = grid_.size();
        while (lowest > 0 && !grid_[lowest - 1][column].cell) --lowest;
        if (lowest == 0) return;
        const Cell* own = grid_[lowest - 1][column].cell;
        std::vector<Heading> parents;
        const Cell* above = own;
        for (std::size_t r = 0; r + 1 < lowest; ++r) {
            const Over& over = grid_[r][column].cell ? grid_[r][column] : extending[r];
            const bool reaches = over.cell && (grid_[r][column].cell || !over.merged);
            if (!reaches || over.cell == own || over.cell == above) continue;
            above = over.cell;
            parents.push_back(headings_.of(*over.cell));
        }
        name_column(*own, column, std::move(parents));
    }

    void name_column(const Cell& own, std::uint32_t column, std::vector<Heading> parents) {
        const auto match = patterns_.match(headings_.of(own), parents);
        if (!match) {
            header_.unknown.push_back({own.at, text_of(own), column, std::move(parents)});
            return;
        }
        const std::string_view field = patterns_.table().columns[match->column].field;
        const auto [place, first] =
            places_.emplace(std::tuple(field, match->year, match->quarter), header_.columns.size());
        if (first)
            header_.columns.push_back({match->column, column, own.at, match->year, match->quarter});
        else
            header_.doubled.emplace_back(header_.columns[place->second].heading, Address{own.at.row, column});
    }

    const TablePatterns& patterns_;
    ReadHeadings& headings_;
    std::vector<OverRow> grid_;
    Header header_;
    std::map<std::tuple<std::string_view, int, int>, std::size_t> places_;
};

} // namespace

bool Header::has(const LayoutTable& table, std::string_view field) const {
    return std::ranges::any_of(
        columns, [&](const FoundColumn& found) { return table.columns[found.column].field == field; });
}

std::vector<std::size_t> Header::missing(const LayoutTable& table) const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const LayoutColumn& column = table.columns[i];
        if ((column.required || column.field == table.key) && !has(table, column.field)) result.push_back(i);
    }
    return result;
}

Header best_header(const SheetRows& rows, const TablePatterns& patterns, std::uint32_t row) {
    // The least deep first: it is kept where a deeper one names no more columns.
    static constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 6> reaches = {
        {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}}};
    ReadHeadings headings;
    Header best;
    for (const auto& [above, below] : reaches) {
        if (row <= above || row + below > cells::last_row) continue;
        Header header = HeaderReading(rows, patterns, headings, row - above, row + below).read();
        if (best.first_row == 0 || header.columns.size() > best.columns.size()) best = std::move(header);
    }
    return best;
}

} // namespace engine
