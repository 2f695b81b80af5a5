#include "tests/support/sheet_drawing.h"

#include "engine/cells/date.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <charconv>

namespace support {

using cells::Cell;
using cells::Decimal;
using cells::Shown;

static std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

static std::int8_t places_written(std::string_view number) {
    const auto point = number.find('.');
    return static_cast<std::int8_t>(point == std::string_view::npos ? 0 : number.size() - point - 1);
}

/// A number with a sign and thousands separators: "-1,234.50".
static bool read_number(Cell& cell, std::string_view digits, Shown shown) {
    std::string plain(digits);
    std::erase(plain, ',');
    const auto number = Decimal::parse(plain);
    if (!number) return false;
    cell.kind = Cell::Kind::number;
    cell.number = shown == Shown::percent ? *number * *Decimal::parse("0.01") : *number;
    cell.shown = shown;
    cell.shown_places = places_written(plain);
    return true;
}

static bool read_formatted_number(Cell& cell, std::string_view look) {
    const bool negative = look.starts_with('-');
    const std::string_view unsigned_look = negative ? look.substr(1) : look;
    if (look.ends_with('%')) return read_number(cell, look.substr(0, look.size() - 1), Shown::percent);
    if (look.ends_with('#')) return read_number(cell, look.substr(0, look.size() - 1), Shown::number);
    if (unsigned_look.starts_with("£"))
        return read_number(cell, (negative ? "-" : "") + std::string(unsigned_look.substr(2)),
                           Shown::currency);
    if (look.find(',') != std::string_view::npos) return read_number(cell, look, Shown::number);
    return false;
}

static bool read_plain_number(Cell& cell, std::string_view look) {
    if (look.find_first_not_of("0123456789.-+eE") != std::string_view::npos
        || look.find_first_of("0123456789") == std::string_view::npos)
        return false;
    cell.number = Decimal::parse(look);
    if (!cell.number && look.find_first_of("eE") == std::string_view::npos) return false;
    if (!cell.number) cell.text = look;
    cell.kind = Cell::Kind::number;
    return true;
}

static bool read_date(Cell& cell, std::string_view look, bool date1904) {
    if (look.size() != 10 || look[2] != '/' || look[5] != '/') return false;
    int day = 0;
    int month = 0;
    int year = 0;
    std::from_chars(look.data(), look.data() + 2, day);
    std::from_chars(look.data() + 3, look.data() + 5, month);
    std::from_chars(look.data() + 6, look.data() + 10, year);
    const cells::Date date = std::chrono::year{year} / month / day;
    if (!date.ok()) return false;
    cell.kind = Cell::Kind::number;
    cell.number = Decimal(cells::serial_of_date(date, date1904));
    cell.shown = Shown::date;
    return true;
}

Cell draw_cell(std::string_view look, bool date1904) {
    Cell cell;
    if (look.starts_with('=')) {
        if (look != "=?") cell = draw_cell(look.substr(1), date1904);
        cell.formula = true;
        cell.uncalculated = look == "=?";
        return cell;
    }
    if (look == "\"\"") return cell;
    if (look.size() >= 2 && look.front() == '"' && look.back() == '"') {
        cell.kind = Cell::Kind::text;
        cell.text = look.substr(1, look.size() - 2);
    } else if (look == "TRUE" || look == "FALSE") {
        cell.kind = Cell::Kind::boolean;
        cell.number = Decimal(look == "TRUE" ? 1 : 0);
    } else if (look.starts_with('#') && look.size() > 3) {
        cell.kind = Cell::Kind::error;
        cell.text = look;
    } else if (!read_formatted_number(cell, look) && !read_plain_number(cell, look)
               && !read_date(cell, look, date1904)) {
        cell.kind = Cell::Kind::text;
        cell.text = look;
    }
    return cell;
}

/// The pieces between bars; a bar within quotes divides nothing.
static std::vector<std::string_view> pieces_of(std::string_view line) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        if (i < line.size() && (line[i] != '|' || quoted)) continue;
        pieces.push_back(trim(line.substr(begin, i - begin)));
        begin = i + 1;
    }
    return pieces;
}

namespace {

/// One sheet being drawn, line by line.
class Board {
public:
    Board(std::string_view name, bool date1904) {
        drawing_.sheet.name = name;
        drawing_.sheet.date1904 = date1904;
    }

    void line(std::string_view text) {
        INFO("line of the drawing: " << text);
        static constexpr std::string_view hidden_columns = "hidden columns:";
        if (text.starts_with(hidden_columns)) return hide_columns(text.substr(hidden_columns.size()));
        const auto pieces = pieces_of(text);
        if (pieces.size() < 2) FAIL("no row of a table");
        row_ = pieces.front().empty() ? row_ + 1 : numbered(pieces.front());
        for (std::size_t i = 1; i + 1 < pieces.size(); ++i)
            put({row_, static_cast<std::uint32_t>(i)}, pieces[i]);
        remark(pieces.back());
    }

    void hide() { drawing_.sheet.hidden = true; }
    Drawing take() {
        std::ranges::sort(drawing_.sheet.hidden_columns);
        return std::move(drawing_);
    }

private:
    std::uint32_t numbered(std::string_view digits) const {
        std::uint32_t row = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), row);
        if (row <= row_) FAIL("rows go down the sheet; this one is numbered " << digits);
        return row;
    }

    void put(cells::Address at, std::string_view look) {
        if (look.empty()) return;
        if (look == "<") return merge(at, {at.row, at.column - 1});
        if (look == "^") return merge(at, {at.row - 1, at.column});
        Cell cell = draw_cell(look, drawing_.sheet.date1904);
        cell.at = at;
        drawing_.sheet.cells.push_back(std::move(cell));
    }

    void merge(cells::Address at, cells::Address with) {
        for (cells::Range& range : drawing_.sheet.merges) {
            if (!range.contains(with)) continue;
            range.last = {std::max(range.last.row, at.row), std::max(range.last.column, at.column)};
            return;
        }
        drawing_.sheet.merges.push_back({with, at});
    }

    void remark(std::string_view words) {
        if (words.starts_with('~')) {
            drawing_.sheet.hidden_rows.push_back(row_);
            words = trim(words.substr(1));
        }
        if (!words.empty()) drawing_.remarks[row_] = words;
    }

    void hide_columns(std::string_view letters) {
        while (!letters.empty()) {
            const auto comma = std::min(letters.find(','), letters.size());
            const auto at = cells::parse_address(std::string(trim(letters.substr(0, comma))) + "1");
            if (!at) FAIL("no column letters");
            drawing_.sheet.hidden_columns.push_back(at->column);
            letters.remove_prefix(std::min(comma + 1, letters.size()));
        }
    }

    Drawing drawing_;
    std::uint32_t row_ = 0;
};

} // namespace

/// Calls `line` for each line that is not blank.
template <class Line>
static void for_each_line(std::string_view text, const Line& line) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto words = trim(text.substr(0, end)); !words.empty()) line(words);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

Drawing draw_with_remarks(std::string_view name, std::string_view table, bool date1904) {
    Board board(name, date1904);
    for_each_line(table, [&](std::string_view line) { board.line(line); });
    return board.take();
}

cells::Sheet draw(std::string_view name, std::string_view table, bool date1904) {
    return draw_with_remarks(name, table, date1904).sheet;
}

std::vector<Drawing> draw_workbook(std::string_view tables, bool date1904) {
    std::vector<Board> boards;
    for_each_line(tables, [&](std::string_view line) {
        if (line.starts_with('[')) {
            const auto end = line.find(']');
            boards.emplace_back(line.substr(1, end - 1), date1904);
            if (line.ends_with("] hidden")) boards.back().hide();
        } else {
            if (boards.empty()) FAIL("a row before the first sheet's name");
            boards.back().line(line);
        }
    });
    std::vector<Drawing> drawings;
    for (Board& board : boards) drawings.push_back(board.take());
    return drawings;
}

std::vector<cells::Sheet> draw_sheets(std::string_view tables, bool date1904) {
    std::vector<cells::Sheet> sheets;
    for (Drawing& drawing : draw_workbook(tables, date1904)) sheets.push_back(std::move(drawing.sheet));
    return sheets;
}

} // namespace support
