#include "xlsx/fill/sheet_rows.h"

#include "xlsx/read/attributes.h"

#include <map>
#include <utility>

namespace xlsx {

namespace {

class RowReader {
public:
    RowReader(std::string_view sheet, const TemplateStrings& strings)
        : sheet_(sheet), strings_(strings), lexer_(sheet) {}

    std::expected<SheetRows, std::string> read();

private:
    std::string_view from(std::size_t offset, std::size_t end) const {
        return sheet_.substr(offset, end - offset);
    }
    bool row(const XmlToken& tag);
    bool cell(const XmlToken& tag, TemplateRow& row);
    bool content(TemplateCell& cell, std::size_t& end);
    void formula(const XmlToken& tag, TemplateCell& cell, std::string_view text, std::size_t end);
    void text(TemplateCell& cell, std::string_view value, std::string_view inlined);
    bool fail(std::string why) {
        fault_ = std::move(why);
        return false;
    }
    void expand_shared();

    std::string_view sheet_;
    const TemplateStrings& strings_;
    XmlLexer lexer_;
    SheetRows result_;
    std::string fault_;
    bool shared_ = false;
};

Placed placed(const XmlToken& tag, std::string_view xml) {
    Placed place{.xml = xml, .tag_end = tag.raw.size()};
    if (const auto r = attribute(tag, "r")) {
        place.r_begin = static_cast<std::size_t>(r->data() - xml.data());
        place.r_end = place.r_begin + r->size();
    } else {
        place.r_begin = place.r_end =
            static_cast<std::size_t>(tag.name.data() - xml.data()) + tag.name.size();
    }
    return place;
}

std::expected<SheetRows, std::string> RowReader::read() {
    XmlToken token = lexer_.next();
    while (!token.last() && (token.depth != 1 || !token.opens("sheetData"))) token = lexer_.next();
    if (token.last()) return std::unexpected("it has no rows (sheetData)");
    result_.tag = token;
    result_.end = token.end_offset();
    result_.prefix = token.name.substr(0, token.name.size() - token.local().size());
    if (token.kind == XmlToken::Kind::single) return std::move(result_);
    for (token = lexer_.next(); !token.closes("sheetData"); token = lexer_.next()) {
        if (token.last()) return std::unexpected("its XML breaks off: " + std::string(lexer_.reason()));
        if (token.opens("row") && !row(token)) return std::unexpected(std::move(fault_));
    }
    result_.end = token.end_offset();
    if (shared_) expand_shared();
    return std::move(result_);
}

bool RowReader::row(const XmlToken& tag) {
    TemplateRow row;
    const std::uint32_t before = result_.rows.empty() ? 0 : result_.rows.back().row;
    row.row = attribute(tag, "r") ? number_attribute(tag, "r").value_or(0) : before + 1;
    if (row.row <= before || row.row > cells::last_row)
        return fail("row " + std::to_string(row.row) + " stands after row " + std::to_string(before));
    row.single = tag.kind == XmlToken::Kind::single;
    std::size_t end = tag.end_offset();
    std::size_t rest = end;
    while (!row.single) {
        const XmlToken token = lexer_.next();
        if (token.last()) return fail("row " + std::to_string(row.row) + " breaks off");
        end = token.end_offset();
        if (token.closes("row")) break;
        if (token.opens("c")) {
            if (!cell(token, row)) return false;
            rest = static_cast<std::size_t>(row.cells.back().place.xml.data() - sheet_.data())
                   + row.cells.back().place.xml.size();
        } else if (token.kind == XmlToken::Kind::open) {
            lexer_.skip();
        }
    }
    row.place = placed(tag, from(tag.offset, end));
    row.rest = from(rest, end);
    result_.rows.push_back(std::move(row));
    return true;
}

bool RowReader::cell(const XmlToken& tag, TemplateRow& row) {
    TemplateCell cell;
    const std::uint32_t before = row.cells.empty() ? 0 : row.cells.back().column;
    cell.column = before + 1;
    if (const auto r = attribute(tag, "r")) {
        const auto address = cells::parse_address(*r);
        if (!address || address->row != row.row || address->column <= before)
            return fail("cell " + std::string(*r) + " is out of its place in row " + std::to_string(row.row));
        cell.column = address->column;
    }
    cell.name = tag.name;
    cell.style = attribute(tag, "s").value_or("");
    cell.type = attribute(tag, "t").value_or("");
    std::size_t end = tag.end_offset();
    // The formula's address is needed for shared ones, which are expanded when the whole sheet is read.
    if (tag.kind == XmlToken::Kind::open && !content(cell, end))
        return fail("a cell of row " + std::to_string(row.row) + " breaks off");
    cell.place = placed(tag, from(tag.offset, end));
    row.cells.push_back(std::move(cell));
    return true;
}

// What stands between <c> and </c>.
bool RowReader::content(TemplateCell& cell, std::size_t& end) {
    std::string_view value; // of v
    std::string_view value_xml;
    std::string_view inlined;
    for (;;) {
        const XmlToken token = lexer_.next();
        if (token.last()) return false;
        end = token.end_offset();
        if (token.closes("c")) break;
        if (!token.opens()) continue;
        std::string_view inner;
        std::size_t child_end = token.end_offset();
        if (token.kind == XmlToken::Kind::open) {
            const XmlToken close = lexer_.skip();
            if (close.last()) return false;
            inner = from(token.end_offset(), close.offset);
            child_end = close.end_offset();
        }
        const std::string_view name = token.local();
        if (name == "f")
            formula(token, cell, inner, child_end);
        else if (name == "v")
            value = inner, value_xml = from(token.offset, child_end);
        else if (name == "is")
            inlined = inner;
    }
    cell.blank = value.empty() && inlined.empty() && !cell.formula;
    if (cell.formula)
        cell.formula->value = value_xml;
    else
        text(cell, value, inlined);
    return true;
}

void RowReader::formula(const XmlToken& tag, TemplateCell& cell, std::string_view text, std::size_t end) {
    CellFormula formula{.kind = formula_kind(tag),
                        .formula = Formula(unescape(text)),
                        .tag = tag,
                        .xml = from(tag.offset, end),
                        .value = {},
                        .area = {}};
    if (formula.kind == FormulaKind::shared) {
        formula.group = number_attribute(tag, "si").value_or(0);
        formula.master = !text.empty();
        shared_ = true;
    } else if (formula.kind != FormulaKind::plain) {
        formula.area = cells::parse_range(attribute(tag, "ref").value_or("")).value_or(cells::Range{});
    }
    cell.formula = std::make_unique<CellFormula>(std::move(formula));
}

void RowReader::text(TemplateCell& cell, std::string_view value, std::string_view inlined) {
    if (cell.type == "s") {
        if (const auto index = number_of(value)) cell.slots = strings_.find(*index);
        return;
    }
    if (cell.type != "inlineStr" && cell.type != "str") return;
    const std::string_view xml = cell.type == "str" ? value : inlined;
    if (xml.find_first_of("{}") == std::string_view::npos) return;
    SlotText text = cell.type == "str" ? plain_slot_text(decode_xstring(unescape(xml))) : read_slot_text(xml);
    if (text.slots.empty() && text.fault.empty()) return;
    result_.own_texts.push_back(std::make_unique<SlotText>(std::move(text)));
    cell.slots = result_.own_texts.back().get();
}

// Gives each cell of a shared formula its own: rows that move apart cannot share one.
void RowReader::expand_shared() {
    struct Master {
        cells::Address at;
        const Formula* formula;
    };
    std::map<std::uint32_t, Master> masters;
    for (TemplateRow& row : result_.rows) {
        for (TemplateCell& cell : row.cells) {
            if (!cell.formula || cell.formula->kind != FormulaKind::shared) continue;
            CellFormula& formula = *cell.formula;
            const cells::Address at{row.row, cell.column};
            if (formula.master) {
                masters[formula.group] = {at, &formula.formula};
            } else if (const auto master = masters.find(formula.group); master != masters.end()) {
                const cells::Address origin = master->second.at;
                formula.formula =
                    master->second.formula->translated(static_cast<std::int64_t>(at.row) - origin.row,
                                                       static_cast<std::int64_t>(at.column) - origin.column);
            }
        }
    }
}

} // namespace

std::expected<SheetRows, std::string> read_rows(std::string_view sheet, const TemplateStrings& strings) {
    return RowReader(sheet, strings).read();
}

} // namespace xlsx
