#include "xlsx/read/sheet_reader.h"

#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/plain_row.h"

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
                SheetBudget& budget, const TakeRow& take_row)
        : package_(package), name_(name), budget_(budget), reader_(package, name, context),
          take_row_(take_row) {}

    bool enters(const XmlToken& open) override {
        return open.depth == 0 || (open.depth == 1 && open.local() == "sheetData");
    }
    std::expected<bool, Error> take(XmlLexer& lexer, const XmlToken& open) override;
    SheetShape shape() { return std::move(shape_); }

private:
    std::expected<bool, Error> take_row(XmlLexer& lexer, const XmlToken& open);
    std::expected<bool, Error> take_columns(XmlLexer& lexer, const XmlToken& open);
    std::expected<bool, Error> take_merges(XmlLexer& lexer, const XmlToken& open);
    /// Fills row_ with what stands behind the row's open tag.
    std::expected<bool, Error> read_row(XmlLexer& lexer, const XmlToken& open, std::uint32_t row);
    std::expected<bool, Error> read_row_as_xml(XmlLexer& lexer, std::uint32_t row);
    std::expected<void, Error> spend();

    const Package& package_;
    std::string name_;
    SheetBudget& budget_;
    CellReader reader_;
    const TakeRow& take_row_;
    SheetShape shape_;
    RowCells row_;
    std::uint32_t last_row_ = 0;
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
        return std::unexpected(damaged(package_, name_, "A row has a number that no row can have"));

    row_.clear();
    if (open.kind == XmlToken::Kind::open)
        if (auto whole = read_row(lexer, open, row); !whole || !*whole) return whole;
    last_row_ = row;
    if (is_hidden(open, "ht")) shape_.hidden_rows.push_back(row);
    if (auto spent = spend(); !spent) return std::unexpected(std::move(spent.error()));
    if (row_.size() != 0) take_row_(row, row_.all());
    return true;
}

std::expected<bool, Error> SheetReader::read_row(XmlLexer& lexer, const XmlToken& open, std::uint32_t row) {
    if (open.name == "row") {
        std::size_t length = 0;
        const PlainRead read = read_plain_row(lexer.rest(), row, reader_, row_, length);
        if (read == PlainRead::whole) return !lexer.close_after(length).last();
        if (read == PlainRead::cut_short && !at_the_end) return false;
    }
    return read_row_as_xml(lexer, row);
}

std::expected<bool, Error> SheetReader::read_row_as_xml(XmlLexer& lexer, std::uint32_t row) {
    Address last{row, 0};
    for (XmlToken token = lexer.next(); token.kind != XmlToken::Kind::close; token = lexer.next()) {
        if (token.last()) return false;
        if (token.opens("c")) {
            auto whole = reader_.read(lexer, token, last, row_);
            if (!whole || !*whole) return whole;
            // Cells may repeat a place, so that only this bounds what a row holds in memory.
            if (row_.size() > budget_.cells)
                return std::unexpected(too_many(package_, name_, package_.limits().cells, "cells"));
        } else if (token.kind == XmlToken::Kind::open && lexer.skip().last()) {
            return false;
        }
    }
    return true;
}

std::expected<void, Error> SheetReader::spend() {
    const Limits& limits = package_.limits();
    if (budget_.cells < row_.size()) return std::unexpected(too_many(package_, name_, limits.cells, "cells"));
    budget_.cells -= row_.size();
    for (const Cell& cell : row_.all()) {
        if (budget_.text_bytes < cell.text.size())
            return std::unexpected(too_many(package_, name_, limits.text_bytes, "bytes of text in cells"));
        budget_.text_bytes -= cell.text.size();
    }
    return {};
}

std::expected<bool, Error> SheetReader::take_columns(XmlLexer& lexer, const XmlToken& open) {
    if (open.kind == XmlToken::Kind::single) return true;
    std::vector<bool> hidden(cells::last_column + 1);
    std::uint32_t count = 0;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) {
            for (std::uint32_t column = 1; column <= cells::last_column; ++column)
                if (hidden[column]) shape_.hidden_columns.push_back(column);
            return true;
        }
        if (!token.opens("col")) continue;
        if (++count > cells::last_column)
            return std::unexpected(too_many(package_, name_, cells::last_column, "column settings"));
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
            shape_.merges = std::move(merges);
            return true;
        }
        if (!token.opens("mergeCell")) continue;
        const auto range = cells::parse_range(attribute(token, "ref").value_or(""));
        if (!range)
            return std::unexpected(damaged(package_, name_, "Merged cells have no place on the sheet"));
        merges.push_back(*range);
        if (merges.size() > package_.limits().merges)
            return std::unexpected(too_many(package_, name_, package_.limits().merges, "merged cells"));
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

} // namespace

std::expected<SheetShape, Error> read_rows(Package& package, std::string_view part, std::string_view name,
                                           const SheetContext& context, SheetBudget& budget,
                                           const TakeRow& take_row) {
    SheetReader reader(package, name, context, budget, take_row);
    if (auto read = read_elements(package, part, reader); !read)
        return std::unexpected(std::move(read.error()));
    SheetShape shape = reader.shape();
    sort_once(shape.hidden_rows);
    sort_once(shape.hidden_columns);
    return shape;
}

std::expected<cells::Sheet, Error> read_sheet(Package& package, std::string_view part, std::string_view name,
                                              const SheetContext& context, SheetBudget& budget) {
    cells::Sheet sheet;
    sheet.name = name;
    sheet.date1904 = context.date1904;
    bool sorted = true;
    auto shape = read_rows(package, part, name, context, budget, [&](std::uint32_t, std::span<Cell> row) {
        for (Cell& cell : row) {
            sorted = sorted && (sheet.cells.empty() || sheet.cells.back().at < cell.at);
            sheet.cells.push_back(std::move(cell));
        }
    });
    if (!shape) return std::unexpected(std::move(shape.error()));
    if (!sorted) sheet.cells = in_order(std::move(sheet.cells));
    sheet.hidden_rows = std::move(shape->hidden_rows);
    sheet.hidden_columns = std::move(shape->hidden_columns);
    sheet.merges = std::move(shape->merges);
    return sheet;
}

} // namespace xlsx
