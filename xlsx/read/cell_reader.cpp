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
    raw_.type = "n";
    raw_.format = 0;
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

std::expected<bool, Error> CellReader::read(XmlLexer& lexer, const XmlToken& open, Address next, Cell& cell) {
    const auto at = read_attributes(open, next);
    if (!at) return std::unexpected(at.error());
    raw_.formula = raw_.has_value = raw_.has_inline = false;
    raw_.value.clear();
    raw_.inlined.clear();
    if (open.kind == XmlToken::Kind::open && !read_children(lexer, open, *at)) return false;

    cell.at = *at;
    cell.formula = raw_.formula || spills_.covers(*at);
    if (raw_.format < context_.formats.size()) {
        cell.shown = context_.formats[raw_.format].shown;
        cell.shown_places = context_.formats[raw_.format].places;
    }
    if (auto made = make_sense(cell); !made) return std::unexpected(std::move(made.error()));
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
            whole = read_text(lexer, token, raw_.value);
        } else if (name == "is") {
            raw_.has_inline = true;
            whole = read_rich_text(lexer, token, raw_.inlined);
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

void CellReader::set_number(Cell& cell) const {
    const auto value = trimmed(raw_.value);
    if (value.empty()) return;
    cell.kind = Cell::Kind::number;
    cell.number = Decimal::parse(value);
    if (!cell.number) cell.text = value;
}

std::expected<void, Error> CellReader::set_shared_text(Cell& cell) const {
    const auto value = trimmed(raw_.value);
    if (value.empty()) return {};
    const auto index = number_of(value);
    if (!index || *index >= context_.strings.size()) {
        return std::unexpected(damaged(package_, sheet_ + "!" + to_text(cell.at),
                                       "The cell's text is missing from the workbook"));
    }
    cell.kind = Cell::Kind::text;
    cell.text = context_.strings.at(*index);
    return {};
}

// ECMA-376 part 1, 18.18.11: n, s, str, inlineStr, b, e, d.
std::expected<void, Error> CellReader::make_sense(Cell& cell) const {
    if (!is_utf8(raw_.value) || !is_utf8(raw_.inlined)) {
        return std::unexpected(
            damaged(package_, sheet_ + "!" + to_text(cell.at), "The cell holds text that is not UTF-8"));
    }
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

} // namespace xlsx
