#include "xlsx/read/sheet_reader.h"

#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace xlsx {

using cells::Address;
using cells::Cell;
using cells::Error;
using cells::Range;

namespace {

class SheetReader : public ElementReader {
public:
    SheetReader(const Package& package, std::string_view name, const SheetContext& context,
                SheetBudget& budget)
        : package_(package), budget_(budget), reader_(package, name, context) {
        sheet_.name = name;
        sheet_.date1904 = context.date1904;
    }

    bool enters(const XmlToken& open) override {
        return open.depth == 0 || (open.depth == 1 && open.local() == "sheetData");
    }
    std::expected<bool, Error> take(XmlLexer& lexer, const XmlToken& open) override;
    /// Requires: the part has been read to its end.
    cells::Sheet finish();

private:
    std::expected<bool, Error> take_row(XmlLexer& lexer, const XmlToken& open);
    std::expected<bool, Error> take_columns(XmlLexer& lexer, const XmlToken& open);
    std::expected<bool, Error> take_merges(XmlLexer& lexer, const XmlToken& open);
    /// Reads a c element of a row; `last` is the place of the cell before it, and then its own.
    std::expected<bool, Error> take_cell(XmlLexer& lexer, const XmlToken& open, Address& last);
    std::expected<void, Error> spend(const Cell& cell);

    const Package& package_;
    SheetBudget& budget_;
    CellReader reader_;
    cells::Sheet sheet_;
    std::uint32_t last_row_ = 0;
    bool sorted_ = true;
};

std::expected<bool, Error> SheetReader::take(XmlLexer& lexer, const XmlToken& open) {
    if (open.depth == 2 && open.local() == "row") return take_row(lexer, open);
    if (open.depth == 1 && open.local() == "cols") return take_columns(lexer, open);
    if (open.depth == 1 && open.local() == "mergeCells") return take_merges(lexer, open);
    return open.kind == XmlToken::Kind::single || !lexer.skip().last();
}

// A row or column of no height or width is as hidden as one that says so.
bool is_hidden(const XmlToken& tag, std::string_view size) {
    const auto given = attribute(tag, size);
    return true_attribute(tag, "hidden") || given == "0";
}

std::expected<bool, Error> SheetReader::take_row(XmlLexer& lexer, const XmlToken& open) {
    std::uint32_t row = last_row_ + 1;
    if (const auto r = attribute(open, "r")) row = number_of(*r).value_or(0);
    if (row == 0 || row > cells::last_row)
        return std::unexpected(damaged(package_, sheet_.name, "A row has a number that no row can have"));

    const std::size_t cells_before = sheet_.cells.size();
    const SheetBudget budget_before = budget_;
    if (open.kind == XmlToken::Kind::open) {
        Address last{row, 0};
        XmlToken token = lexer.next();
        for (; token.kind != XmlToken::Kind::close; token = lexer.next()) {
            bool whole = !token.last();
            if (token.opens("c")) {
                auto taken = take_cell(lexer, token, last);
                if (!taken) return taken;
                whole = *taken;
            } else if (token.kind == XmlToken::Kind::open) {
                whole = !lexer.skip().last();
            }
            if (!whole) {
                sheet_.cells.resize(cells_before);
                budget_ = budget_before;
                return false;
            }
        }
    }
    last_row_ = row;
    if (is_hidden(open, "ht")) sheet_.hidden_rows.push_back(row);
    return true;
}

std::expected<bool, Error> SheetReader::take_cell(XmlLexer& lexer, const XmlToken& open, Address& last) {
    Cell& cell = sheet_.cells.emplace_back();
    auto whole = reader_.read(lexer, open, {last.row, last.column + 1}, cell);
    if (!whole || !*whole) return whole;
    last.column = cell.at.column;
    if (cell.kind == Cell::Kind::empty && !cell.formula && !reader_.styled()) {
        sheet_.cells.pop_back();
        return true;
    }
    const std::size_t count = sheet_.cells.size();
    sorted_ = sorted_ && (count < 2 || sheet_.cells[count - 2].at < cell.at);
    if (auto spent = spend(cell); !spent) return std::unexpected(std::move(spent.error()));
    return true;
}

std::expected<void, Error> SheetReader::spend(const Cell& cell) {
    const Limits& limits = package_.limits();
    if (budget_.cells == 0) return std::unexpected(too_many(package_, sheet_.name, limits.cells, "cells"));
    if (budget_.text_bytes < cell.text.size())
        return std::unexpected(too_many(package_, sheet_.name, limits.text_bytes, "bytes of text in cells"));
    --budget_.cells;
    budget_.text_bytes -= cell.text.size();
    return {};
}

std::expected<bool, Error> SheetReader::take_columns(XmlLexer& lexer, const XmlToken& open) {
    if (open.kind == XmlToken::Kind::single) return true;
    std::vector<bool> hidden(cells::last_column + 1);
    std::uint32_t count = 0;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) {
            for (std::uint32_t column = 1; column <= cells::last_column; ++column)
                if (hidden[column]) sheet_.hidden_columns.push_back(column);
            return true;
        }
        if (!token.opens("col")) continue;
        if (++count > cells::last_column)
            return std::unexpected(too_many(package_, sheet_.name, cells::last_column, "column settings"));
        if (!is_hidden(token, "width")) continue;
        const std::uint32_t first = std::max(number_attribute(token, "min").value_or(1), 1U);
        const std::uint32_t last = std::min(number_attribute(token, "max").value_or(0), cells::last_column);
        for (std::uint32_t column = first; column <= last; ++column) hidden[column] = true;
    }
    return false;
}

std::expected<bool, Error> SheetReader::take_merges(XmlLexer& lexer, const XmlToken& open) {
    if (open.kind == XmlToken::Kind::single) return true;
    std::vector<Range> merges;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) {
            sheet_.merges = std::move(merges);
            return true;
        }
        if (!token.opens("mergeCell")) continue;
        const auto range = cells::parse_range(attribute(token, "ref").value_or(""));
        if (!range)
            return std::unexpected(damaged(package_, sheet_.name, "Merged cells have no place on the sheet"));
        merges.push_back(*range);
        if (merges.size() > package_.limits().merges)
            return std::unexpected(too_many(package_, sheet_.name, package_.limits().merges, "merged cells"));
    }
    return false;
}

void sort_once(std::vector<std::uint32_t>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
}

// Of cells at one address the last counts, as in Excel.
std::vector<Cell> in_order(std::vector<Cell> cells) {
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(cells[i].at, i); });
    std::vector<Cell> sorted;
    sorted.reserve(cells.size());
    for (const std::size_t i : order) {
        if (!sorted.empty() && sorted.back().at == cells[i].at) sorted.pop_back();
        sorted.push_back(std::move(cells[i]));
    }
    return sorted;
}

cells::Sheet SheetReader::finish() {
    if (!sorted_) sheet_.cells = in_order(std::move(sheet_.cells));
    sort_once(sheet_.hidden_rows);
    sort_once(sheet_.hidden_columns);
    return std::move(sheet_);
}

} // namespace

std::expected<cells::Sheet, Error> read_sheet(Package& package, std::string_view part, std::string_view name,
                                              const SheetContext& context, SheetBudget& budget) {
    SheetReader reader(package, name, context, budget);
    if (auto read = read_elements(package, part, reader); !read)
        return std::unexpected(std::move(read.error()));
    return reader.finish();
}

} // namespace xlsx
