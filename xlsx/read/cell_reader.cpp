#include "xlsx/read/cell_reader.h"

#include "xlsx/package/text_encoding.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/iso_date.h"
#include "xlsx/read/text_content.h"

#include <optional>

namespace xlsx {

using cells::Address;
using cells::Cell;
using cells::Decimal;
using cells::Error;
using cells::Shown;

void Spills::add(const cells::Range& range) {
    if (until_.empty()) until_.resize(cells::last_column + 1);
    for (std::uint32_t column = range.first.column; column <= range.last.column; ++column) {
        if (until_[column] >= range.first.row) return;
        until_[column] = range.last.row;
    }
}

static std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::expected<Address, Error> CellReader::read_attributes(const XmlToken& open, Address next) {
    raw_ = {};
    Address at = next;
    std::string_view attributes = open.body;
    while (const auto one = take_attribute(attributes)) {
        if (one->name == "r") {
            const auto given = cells::parse_address(one->value);
            if (!given) {
                return std::unexpected(damaged(package_, sheet_,
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
    if (at.column > cells::last_column)
        return std::unexpected(damaged(package_, sheet_, "A row has more cells than a sheet has columns"));
    return at;
}

std::expected<bool, Error> CellReader::read(XmlLexer& lexer, const XmlToken& open, Address& last,
                                            RowCells& row) {
    const auto at = read_attributes(open, {last.row, last.column + 1});
    if (!at) return std::unexpected(at.error());
    value_.clear();
    inlined_.clear();
    if (open.kind == XmlToken::Kind::open && !read_children(lexer, open, *at)) return false;
    raw_.value = value_;
    raw_.inlined = inlined_;

    last.column = at->column;
    Cell& cell = row.add(*at);
    if (auto filled = fill(cell, raw_); !filled) return std::unexpected(std::move(filled.error()));
    if (raw_.leaves_nothing(cell)) row.drop_last();
    return true;
}

bool CellReader::read_children(XmlLexer& lexer, const XmlToken& open, Address at) {
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == open.depth) return true;
        if (!token.opens()) continue;
        const auto name = token.local();
        bool whole = true;
        if (name == "v") {
            raw_.has_value = true;
            whole = read_text(lexer, token, value_);
        } else if (name == "is") {
            raw_.has_inline = true;
            whole = read_rich_text(lexer, token, inlined_);
        } else {
            if (name == "f") {
                raw_.formula = true;
                const auto filled = cells::parse_range(attribute(token, "ref").value_or(""));
                const bool fills = attribute(token, "t").value_or("normal") != "shared";
                if (filled && fills && filled->first == at && filled->last != at) spills_.add(*filled);
            }
            whole = token.kind == XmlToken::Kind::single || !lexer.skip().last();
        }
        if (!whole) return false;
    }
    return false;
}

// Plain digits need no look; other bytes do.
std::expected<void, Error> CellReader::set_text(Cell& cell, std::string_view text) const {
    if (!is_utf8(text))
        return std::unexpected(
            damaged(package_, sheet_ + "!" + to_text(cell.at), "The cell holds text that is not UTF-8"));
    cell.kind = Cell::Kind::text;
    cell.text = text;
    return {};
}

std::expected<void, Error> CellReader::set_shared_text(Cell& cell, std::string_view index) const {
    if (index.empty()) return {};
    const auto number = number_of(index);
    if (!number || *number >= context_.strings.size()) {
        return std::unexpected(damaged(package_, sheet_ + "!" + to_text(cell.at),
                                       "The cell's text is missing from the workbook"));
    }
    cell.kind = Cell::Kind::text;
    cell.text = context_.strings.at(*number);
    return {};
}

// ECMA-376 part 1, 18.18.11: n, s, str, inlineStr, b, e, d.
std::expected<void, Error> CellReader::set_value(Cell& cell, const RawCell& raw) const {
    if (raw.type == "s") return set_shared_text(cell, trimmed(raw.value));
    if (raw.type == "str" || raw.type == "inlineStr") {
        if (raw.has_inline) return set_text(cell, raw.inlined);
        return raw.has_value ? set_text(cell, raw.value) : std::expected<void, Error>();
    }
    const auto value = trimmed(raw.value);
    if (raw.type == "b" && raw.has_value) {
        cell.kind = Cell::Kind::boolean;
        cell.number = is_true(value) ? 1 : 0;
        return {};
    }
    if (raw.type == "e" && raw.has_value) {
        auto set = set_text(cell, raw.value);
        cell.kind = Cell::Kind::error;
        return set;
    }
    if (raw.type == "d") {
        if (const auto serial = serial_of_iso(value, context_.date1904)) {
            cell.kind = Cell::Kind::number;
            cell.number = serial;
            if (cell.shown != Shown::time) cell.shown = Shown::date;
            return {};
        }
        if (raw.has_value) return set_text(cell, raw.value);
    }
    if (value.empty()) return {};
    cell.number = Decimal::parse(value);
    if (!cell.number)
        if (auto set = set_text(cell, value); !set) return set;
    cell.kind = Cell::Kind::number;
    return {};
}

std::expected<void, Error> CellReader::fill(Cell& cell, const RawCell& raw) const {
    cell.formula = raw.formula || spills_.covers(cell.at);
    if (raw.format < context_.formats.size()) {
        cell.shown = context_.formats[raw.format].shown;
        cell.shown_places = context_.formats[raw.format].places;
    }
    if (auto set = set_value(cell, raw); !set) return set;
    cell.uncalculated = raw.formula && cell.kind == Cell::Kind::empty;
    return {};
}

} // namespace xlsx
