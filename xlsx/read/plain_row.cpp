#include "xlsx/read/plain_row.h"

#include "xlsx/read/attributes.h"

#include <cstring>
#include <string>

namespace xlsx {

using cells::Cell;

namespace {

/// A place in the input. Each take either moves on and says yes, or says no and stays.
class Cursor {
public:
    explicit Cursor(std::string_view text) : at_(text.data()), start_(text.data()), end_(at_ + text.size()) {}

    bool take(std::string_view expected) {
        if (left() < expected.size() || std::memcmp(at_, expected.data(), expected.size()) != 0) return false;
        at_ += expected.size();
        return true;
    }
    bool take(char expected) {
        if (at_ == end_ || *at_ != expected) return false;
        ++at_;
        return true;
    }
    void skip_blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    }
    /// Up to the character, which is taken too. No character (npos) is the input's end.
    std::optional<std::string_view> take_until(char last) {
        const auto* const found = static_cast<const char*>(std::memchr(at_, last, left()));
        if (!found) return std::nullopt;
        const std::string_view taken(at_, static_cast<std::size_t>(found - at_));
        at_ = found + 1;
        return taken;
    }
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
    std::size_t read() const { return static_cast<std::size_t>(at_ - start_); }

private:
    const char* at_;
    const char* start_;
    const char* end_;
};

/// What an attribute or an element's text may hold here: what means itself. '&' begins a reference, a
/// carriage return a line end, "_x" perhaps an escape.
bool means_itself(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '&' || c == '\r' || (c == '_' && i + 1 < text.size() && text[i + 1] == 'x')) return false;
    }
    return true;
}

/// "BC12", in the row whose number is `row`: the column; 0 for anything else.
std::uint32_t column_in(std::string_view reference, std::string_view row) {
    std::uint32_t column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && letters < 4; ++letters) {
        const char c = reference[letters];
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    return reference.substr(letters) == row && column <= cells::last_column ? column : 0;
}

class PlainRow {
public:
    PlainRow(std::string_view text, std::uint32_t row, const CellReader& reader, RowCells& cells)
        : cursor_(text), row_(row), reader_(reader), cells_(cells), row_text_(std::to_string(row)) {}

    PlainRead read(std::size_t& length) {
        for (;;) {
            cursor_.skip_blanks();
            if (cursor_.take("<c ")) {
                if (const PlainRead cell = read_cell(); cell != PlainRead::whole) return cell;
                continue;
            }
            length = cursor_.read();
            return cursor_.take("</row>") ? PlainRead::whole : otherwise();
        }
    }

private:
    /// A row's close tag is the longest that can be cut short; beyond it, what was not taken is not plain.
    PlainRead otherwise() const {
        static constexpr std::size_t longest = std::string_view("<is><t xml:space=\"preserve\">").size();
        return cursor_.left() < longest ? PlainRead::cut_short : PlainRead::not_plain;
    }

    PlainRead read_cell() {
        raw_ = {};
        std::uint32_t column = 0;
        for (;;) {
            if (cursor_.take("r=\"")) {
                const auto value = cursor_.take_until('"');
                if (!value) return PlainRead::cut_short;
                column = column_in(*value, row_text_);
            } else if (cursor_.take("s=\"")) {
                const auto value = cursor_.take_until('"');
                if (!value) return PlainRead::cut_short;
                const auto format = number_of(*value);
                if (!format) return PlainRead::not_plain;
                raw_.format = *format;
            } else if (cursor_.take("t=\"")) {
                const auto value = cursor_.take_until('"');
                if (!value) return PlainRead::cut_short;
                raw_.type = *value;
            } else {
                return otherwise();
            }
            if (cursor_.take(' ')) continue;
            if (column == 0 || cells_.size() == cells::last_column) return PlainRead::not_plain;
            if (cursor_.take('>')) break;
            return cursor_.take("/>") ? keep(column) : otherwise();
        }
        if (cursor_.take("<f>")) {
            raw_.formula = true;
            if (!cursor_.take_until('<')) return PlainRead::cut_short;
            if (!cursor_.take("/f>")) return otherwise();
        }
        if (cursor_.take("<v>")) {
            raw_.has_value = true;
            const auto value = cursor_.take_until('<');
            if (!value) return PlainRead::cut_short;
            if (!means_itself(*value)) return PlainRead::not_plain;
            raw_.value = *value;
            if (!cursor_.take("/v>")) return otherwise();
        } else if (cursor_.take("<is><t>") || cursor_.take("<is><t xml:space=\"preserve\">")) {
            raw_.has_inline = true;
            const auto value = cursor_.take_until('<');
            if (!value) return PlainRead::cut_short;
            if (!means_itself(*value)) return PlainRead::not_plain;
            raw_.inlined = *value;
            if (!cursor_.take("/t></is>")) return otherwise();
        }
        return cursor_.take("</c>") ? keep(column) : otherwise();
    }

    /// What is wrong with a cell, CellReader says in words.
    PlainRead keep(std::uint32_t column) {
        Cell& cell = cells_.add({row_, column});
        if (!reader_.fill(cell, raw_)) return PlainRead::not_plain;
        if (raw_.leaves_nothing(cell)) cells_.drop_last();
        return PlainRead::whole;
    }

    Cursor cursor_;
    std::uint32_t row_;
    const CellReader& reader_;
    RowCells& cells_;
    std::string row_text_;
    RawCell raw_;
};

} // namespace

PlainRead read_plain_row(std::string_view text, std::uint32_t row, const CellReader& reader, RowCells& cells,
                         std::size_t& length) {
    const PlainRead read = PlainRow(text, row, reader, cells).read(length);
    if (read != PlainRead::whole) cells.clear();
    return read;
}

std::optional<std::string_view> read_plain_text(std::string_view text, std::string_view close,
                                                std::size_t& length) {
    Cursor cursor(text);
    if (!cursor.take("<t>") && !cursor.take("<t xml:space=\"preserve\">")) return std::nullopt;
    const auto plain = cursor.take_until('<');
    if (!plain || !means_itself(*plain) || !cursor.take("/t>")) return std::nullopt;
    length = cursor.read();
    if (!cursor.take(close)) return std::nullopt;
    return plain;
}

} // namespace xlsx
