#include "xlsx/read/sheet_reader.h"

#include "xlsx/package/text_encoding.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/iso_date.h"
#include "xlsx/read/text_content.h"

#include <algorithm>
#include <optional>
#include <string>

namespace xlsx {

using cells::Address;
using cells::Cell;
using cells::Decimal;
using cells::Error;
using cells::Range;
using cells::Shown;

namespace {

/// The cells that array formulas and data tables fill from one cell: only the first of them has an f element.
/// Arrays cannot overlap, so for each column it is enough to know how far down the last one reaches.
class Spills {
public:
    void add(Address at, const Range& range) {
        if (until_.empty()) until_.resize(cells::last_column + 1);
        for (std::uint32_t column = at.column; column <= range.last.column; ++column) {
            if (until_[column] >= at.row) return;
            until_[column] = range.last.row;
        }
    }
    bool covers(Address at) const { return !until_.empty() && until_[at.column] >= at.row; }

private:
    std::vector<std::uint32_t> until_; // the last row that an array fills, by column
};

/// What stands in a c element, before it is made sense of.
struct RawCell {
    std::string_view type;
    std::uint32_t format = 0;
    bool formula = false;
    bool has_value = false;
    std::string value; // of v
    bool has_inline = false;
    std::string inlined; // of is
};

class SheetReader : public ElementReader {
public:
    SheetReader(const Package& package, std::string_view part, std::string_view name,
                const SheetContext& context, SheetBudget& budget)
        : package_(package), part_(part), context_(context), budget_(budget) {
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
    /// Reads a c element of a row; `column` is that of the cell before it, and then its own.
    std::expected<bool, Error> take_cell(XmlLexer& lexer, const XmlToken& open, std::uint32_t row,
                                         std::uint32_t& column);
    bool read_children(XmlLexer& lexer, const XmlToken& open, Address at);
    std::expected<void, Error> make_sense(Cell& cell);
    std::expected<void, Error> spend(const Cell& cell);
    void set_number(Cell& cell) const;
    std::expected<void, Error> set_shared_text(Cell& cell) const;
    std::unexpected<Error> bad_cell(Address at, std::string what) const {
        return std::unexpected(damaged(package_, sheet_.name + "!" + to_text(at), std::move(what)));
    }

    const Package& package_;
    std::string_view part_;
    const SheetContext& context_;
    SheetBudget& budget_;
    cells::Sheet sheet_;
    Spills spills_;
    RawCell raw_; // reused, for the room of its strings
    std::uint32_t last_row_ = 0;
    bool sorted_ = true;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

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
        std::uint32_t column = 0;
        XmlToken token = lexer.next();
        for (; token.kind != XmlToken::Kind::close; token = lexer.next()) {
            bool whole = !token.last();
            if (token.opens("c")) {
                auto taken = take_cell(lexer, token, row, column);
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

std::expected<bool, Error> SheetReader::take_cell(XmlLexer& lexer, const XmlToken& open, std::uint32_t row,
                                                  std::uint32_t& column) {
    raw_.type = "n";
    raw_.format = 0;
    Address at{row, column + 1};
    std::string_view attributes = open.body;
    while (const auto one = take_attribute(attributes)) {
        if (one->name == "r") {
            const auto given = cells::parse_address(one->value);
            if (!given) {
                return std::unexpected(damaged(package_, sheet_.name,
                                               "A cell is said to stand at '" + quotable(one->value)
                                                   + "', which is no place on a sheet"));
            }
            at = *given;
        } else if (one->name == "s") {
            raw_.format = number_of(one->value).value_or(0);
        } else if (one->name == "t") {
            raw_.type = one->value;
        }
    }
    column = at.column;
    if (column > cells::last_column)
        return std::unexpected(
            damaged(package_, sheet_.name, "A row has more cells than a sheet has columns"));

    raw_.formula = raw_.has_value = raw_.has_inline = false;
    raw_.value.clear();
    raw_.inlined.clear();
    if (open.kind == XmlToken::Kind::open && !read_children(lexer, open, at)) return false;

    Cell& cell = sheet_.cells.emplace_back();
    cell.at = at;
    cell.formula = raw_.formula || spills_.covers(at);
    if (raw_.format < context_.formats.size()) {
        cell.shown = context_.formats[raw_.format].shown;
        cell.shown_places = context_.formats[raw_.format].places;
    }
    if (auto made = make_sense(cell); !made) return std::unexpected(std::move(made.error()));

    if (cell.kind == Cell::Kind::empty && !cell.formula && raw_.format == 0) {
        sheet_.cells.pop_back();
        return true;
    }
    if (sheet_.cells.size() > 1) sorted_ = sorted_ && sheet_.cells[sheet_.cells.size() - 2].at < at;
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

bool SheetReader::read_children(XmlLexer& lexer, const XmlToken& open, Address at) {
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) return true;
        if (!token.opens()) continue;
        const auto name = token.local();
        bool whole = true;
        if (name == "v") {
            raw_.has_value = true;
            whole = read_text(lexer, token, raw_.value);
        } else if (name == "is") {
            raw_.has_inline = true;
            whole = read_rich_text(lexer, token, raw_.inlined);
        } else {
            if (name == "f") {
                raw_.formula = true;
                const auto filled = cells::parse_range(attribute(token, "ref").value_or(""));
                const bool fills = attribute(token, "t").value_or("normal") != "shared";
                if (filled && fills && filled->first == at && filled->last != at) spills_.add(at, *filled);
            }
            whole = token.kind == XmlToken::Kind::single || !lexer.skip().last();
        }
        if (!whole) return false;
    }
    return false;
}

void SheetReader::set_number(Cell& cell) const {
    const auto value = trimmed(raw_.value);
    if (value.empty()) return;
    cell.kind = Cell::Kind::number;
    cell.number = Decimal::parse(value);
    if (!cell.number) cell.text = value;
}

std::expected<void, Error> SheetReader::set_shared_text(Cell& cell) const {
    const auto value = trimmed(raw_.value);
    if (value.empty()) return {};
    const auto index = number_of(value);
    if (!index || *index >= context_.strings.size()) {
        return std::unexpected(damaged(package_, sheet_.name + "!" + to_text(cell.at),
                                       "The cell's text is missing from the workbook"));
    }
    cell.kind = Cell::Kind::text;
    cell.text = context_.strings.at(*index);
    return {};
}

// ECMA-376 part 1, 18.18.11: n, s, str, inlineStr, b, e, d.
std::expected<void, Error> SheetReader::make_sense(Cell& cell) {
    if (!is_utf8(raw_.value) || !is_utf8(raw_.inlined))
        return bad_cell(cell.at, "The cell holds text that is not UTF-8");
    const auto set_text = [&](Cell::Kind kind, std::string_view text) {
        cell.kind = kind;
        cell.text = text;
    };
    if (raw_.type == "s") {
        if (auto set = set_shared_text(cell); !set) return set;
    } else if (raw_.type == "str" || raw_.type == "inlineStr") {
        if (raw_.has_inline) {
            set_text(Cell::Kind::text, raw_.inlined);
        } else if (raw_.has_value) {
            set_text(Cell::Kind::text, raw_.value);
        }
    } else if (raw_.type == "b" && raw_.has_value) {
        cell.kind = Cell::Kind::boolean;
        cell.number = is_true(trimmed(raw_.value)) ? 1 : 0;
    } else if (raw_.type == "e" && raw_.has_value) {
        set_text(Cell::Kind::error, raw_.value);
    } else if (const auto serial =
                   raw_.type == "d" ? serial_of_iso(trimmed(raw_.value), context_.date1904) : std::nullopt) {
        cell.kind = Cell::Kind::number;
        cell.number = serial;
        if (cell.shown != Shown::time) cell.shown = Shown::date;
    } else if (raw_.type == "d" && raw_.has_value) {
        set_text(Cell::Kind::text, raw_.value);
    } else {
        set_number(cell);
    }
    cell.uncalculated = raw_.formula && cell.kind == Cell::Kind::empty;
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

cells::Sheet SheetReader::finish() {
    if (!sorted_) {
        // Of cells at one address the last counts, as in Excel.
        std::ranges::stable_sort(sheet_.cells, {}, &Cell::at);
        auto kept = sheet_.cells.begin();
        for (auto cell = sheet_.cells.begin(); cell != sheet_.cells.end(); ++cell) {
            if (kept != sheet_.cells.begin() && std::prev(kept)->at == cell->at) --kept;
            if (kept != cell) *kept = std::move(*cell);
            ++kept;
        }
        sheet_.cells.erase(kept, sheet_.cells.end());
    }
    sort_once(sheet_.hidden_rows);
    sort_once(sheet_.hidden_columns);
    return std::move(sheet_);
}

} // namespace

std::expected<cells::Sheet, Error> read_sheet(Package& package, std::string_view part, std::string_view name,
                                              const SheetContext& context, SheetBudget& budget) {
    SheetReader reader(package, part, name, context, budget);
    if (auto read = read_elements(package, part, reader); !read)
        return std::unexpected(std::move(read.error()));
    return reader.finish();
}

} // namespace xlsx
