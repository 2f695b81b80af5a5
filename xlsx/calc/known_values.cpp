#include "xlsx/calc/known_values.h"

#include "xlsx/edit/related.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/text_content.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace xlsx {

// Beyond this a value is Excel's to calculate: memory and time stay within a few blinks.
static constexpr std::size_t most_text = 32ULL << 20; // of one sheet
static constexpr std::size_t most_cells = 1'000'000;  // of all

static KnownCell::Type type_of(std::string_view type) {
    using Type = KnownCell::Type;
    if (type == "n") return Type::number;
    if (type == "s") return Type::shared;
    if (type == "str") return Type::text;
    if (type == "b") return Type::boolean;
    if (type == "e") return Type::error;
    return Type::open;
}

// Reads one c element's value; the lexer stands behind its open tag.
static KnownCell cell_of(XmlLexer& lexer, const XmlToken& tag, std::string_view text, std::uint32_t row) {
    KnownCell cell{.row = row, .type = KnownCell::Type::empty, .text = {}};
    bool formula = false;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.kind == XmlToken::Kind::close && token.depth == tag.depth) break;
        if (token.depth != tag.depth + 1) continue;
        formula = formula || token.opens("f");
        if (token.kind != XmlToken::Kind::open) continue;
        const std::size_t start = token.end_offset();
        if (token.local() == "v") {
            cell.type = type_of(attribute(tag, "t").value_or("n"));
            cell.text = text.substr(start, lexer.skip().offset - start);
        } else if (token.local() == "is") {
            cell.type = KnownCell::Type::inlined;
            cell.text = text.substr(token.offset, lexer.skip().end_offset() - token.offset);
        }
    }
    if (formula && cell.type == KnownCell::Type::empty) cell.type = KnownCell::Type::open;
    return cell;
}

bool KnownValues::walk(std::string_view text, Columns& into) {
    const auto sheet = outline(text);
    const XmlElement* rows = sheet ? sheet->find("sheetData") : nullptr;
    if (!rows) return false;
    const std::string_view data = text.substr(rows->offset(), rows->end - rows->offset());
    XmlLexer lexer(data);
    cells::Address at;
    bool ascending = true;
    for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
        if (token.depth == 1 && token.opens("row")) {
            at = {number_attribute(token, "r").value_or(at.row + 1), 0};
        } else if (token.depth == 2 && token.opens("c")) {
            const auto own = cells::parse_address(attribute(token, "r").value_or(""));
            ascending = ascending && (!own || own->row == at.row);
            at.column = own ? own->column : at.column + 1;
            if (token.kind != XmlToken::Kind::open) continue;
            const KnownCell cell = cell_of(lexer, token, data, at.row);
            if (cell.type == KnownCell::Type::empty) continue;
            if (at.column > cells::last_column || ++cells_ > most_cells) return false;
            if (into.size() < at.column) into.resize(at.column);
            auto& column = into[at.column - 1];
            ascending = ascending && (column.empty() || column.back().row < at.row);
            column.push_back(cell);
        }
    }
    return ascending;
}

void KnownValues::put_written(std::size_t sheet, Columns& into) const {
    const auto what = written_.find(sheet);
    if (what == written_.end()) return;
    for (const auto& [at, value] : what->second.cells) {
        if (!value) continue;
        if (into.size() < at.column) into.resize(at.column);
        auto& column = into[at.column - 1];
        const auto place = std::ranges::lower_bound(column, at.row, {}, &KnownCell::row);
        const bool there = place != column.end() && place->row == at.row;
        const KnownCell cell{.row = at.row, .type = KnownCell::Type::written, .text = {}, .written = &*value};
        if (value->kind == CellValue::Kind::empty) {
            if (there) column.erase(place);
        } else if (there) {
            *place = cell;
        } else {
            column.insert(place, cell);
        }
    }
}

bool KnownValues::read(std::size_t sheet) {
    if (sheets_[sheet]) return true;
    if (failed_[sheet]) return false;
    const ListedSheet& listed = workbook_.sheets[sheet];
    failed_[sheet] = true;
    if (!listed.worksheet || !edits_.package().has(listed.part)) return false;
    const auto text = edits_.text(listed.part);
    Columns columns;
    if (!text || text->size() > most_text || !walk(*text, columns)) return false;
    put_written(sheet, columns);
    sheets_[sheet] = std::move(columns);
    return true;
}

std::span<KnownCell> KnownValues::column(std::size_t sheet, std::uint32_t column) {
    Columns& columns = *sheets_[sheet];
    if (column > columns.size()) return {};
    return columns[column - 1];
}

KnownCell* KnownValues::find(std::size_t sheet, cells::Address at) {
    const auto cells = column(sheet, at.column);
    const auto found = std::ranges::lower_bound(cells, at.row, {}, &KnownCell::row);
    return found != cells.end() && found->row == at.row ? &*found : nullptr;
}

Result KnownValues::shared_text(std::string_view index) {
    if (!strings_) {
        strings_.emplace();
        const auto part = related_part(edits_.package(), edits_.package().workbook_part(), "sharedStrings");
        if (part && !part->empty())
            if (auto read = SharedStrings::read(edits_.package(), *part)) strings_ = std::move(*read);
    }
    const auto number = number_of(index);
    if (!number || *number >= strings_->size()) return std::nullopt;
    return CalcValue::of(std::string(strings_->at(*number)));
}

static Result number_in(std::string_view text) {
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return CalcValue::of(number);
}

static Result value_of(const CellValue& value) {
    switch (value.kind) {
    case CellValue::Kind::number:
        return number_in(value.text);
    case CellValue::Kind::text:
        return CalcValue::of(value.text);
    case CellValue::Kind::boolean:
        return CalcValue::of(is_true(value.text));
    case CellValue::Kind::error:
        return CalcValue::error(value.text);
    case CellValue::Kind::empty:
        break;
    }
    return CalcValue{};
}

Result KnownValues::value(const KnownCell& cell) {
    using Type = KnownCell::Type;
    switch (cell.type) {
    case Type::number:
        return cell.text.empty() ? CalcValue{} : number_in(cell.text);
    case Type::shared:
        return shared_text(cell.text);
    case Type::text:
        return CalcValue::of(decode_xstring(unescape(cell.text)));
    case Type::inlined: {
        XmlLexer lexer(cell.text);
        std::string text;
        const XmlToken open = lexer.next();
        if (!read_rich_text(lexer, open, text)) return std::nullopt;
        return CalcValue::of(std::move(text));
    }
    case Type::boolean:
        return CalcValue::of(is_true(cell.text));
    case Type::error:
        return CalcValue::error(cell.text);
    case Type::written:
        return value_of(*cell.written);
    case Type::empty:
        return CalcValue{};
    case Type::open:
        break;
    }
    return std::nullopt;
}

} // namespace xlsx
