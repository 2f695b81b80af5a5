#include "xlsx/edit/sheet_cells.h"
#include "xlsx/read/attributes.h"
#include "xlsx/read/text_content.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace xlsx {

using cells::Address;

namespace {

/// One walk over sheetData. Rows and cells without an r attribute follow the one before them (18.3.1.73).
class Finder {
public:
    Finder(const XmlOutline& sheet, const XmlElement& rows, std::span<const Address> wanted)
        : sheet_(sheet), lexer_(sheet.text.substr(rows.offset(), rows.end - rows.offset())),
          base_(rows.offset()) {
        for (const Address at : wanted) {
            if (out_.rows.empty() || out_.rows.back().row != at.row) {
                FoundRow row;
                row.row = at.row;
                row.insert = rows.single() ? rows.tag.end_offset() : sheet.text.rfind("</", rows.end - 1);
                out_.rows.push_back(row);
            }
            FoundCell cell;
            cell.at = at;
            cell.row = out_.rows.size() - 1;
            out_.cells.push_back(cell);
        }
    }

    SheetCells run() {
        XmlToken token = next(); // sheetData itself
        for (token = next(); !token.last(); token = next())
            if (token.depth == 1 && token.opens("row")) take_row(token);
        return std::move(out_);
    }

private:
    XmlToken next() {
        XmlToken token = lexer_.next();
        token.offset += base_;
        return token;
    }

    void take_row(const XmlToken& tag) {
        row_ = number_attribute(tag, "r").value_or(row_ + 1);
        take_height(tag);
        place_missing_rows(tag);
        FoundRow* row = nullptr;
        const auto wanted = std::ranges::lower_bound(out_.rows, row_, {}, &FoundRow::row);
        if (wanted != out_.rows.end() && wanted->row == row_ && !wanted->exists) row = &*wanted;
        if (row) {
            row->exists = true;
            row->element = {tag, tag.local(), tag.end_offset()};
        }
        const auto row_cells = cells_of(row);
        const bool styled = true_attribute(tag, "customFormat");
        for (FoundCell& cell : row_cells) {
            cell.style_given = styled;
            if (styled) cell.style = number_attribute(tag, "s").value_or(0);
        }
        if (tag.kind == XmlToken::Kind::single) return;
        // Most rows are none of ours; only their formulas matter.
        if (!row && lexer_.skip_unseen(tag, formula_tag(tag))) return;

        std::uint32_t column = 0;
        for (XmlToken token = next(); !token.last(); token = next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == 1) {
                if (row) row->element.end = token.end_offset();
                for (FoundCell& cell : row_cells)
                    if (cell.insert == 0) cell.insert = token.offset;
                return;
            }
            if (token.depth != 2 || !token.opens("c")) continue;
            const auto reference = attribute(token, "r");
            const auto at = reference ? cells::parse_address(*reference) : std::nullopt;
            column = at ? at->column : column + 1;
            take_cell(token, {row_, column}, row_cells);
        }
    }

    /// How a formula's tag begins in this row: "<f", with the row's own prefix.
    static std::string formula_tag(const XmlToken& row) {
        return "<" + std::string(row.name.substr(0, row.name.size() - row.local().size())) + "f";
    }

    void take_height(const XmlToken& tag) {
        if (true_attribute(tag, "hidden")) {
            out_.heights.push_back({row_, 0});
        } else if (const auto height = attribute(tag, "ht")) {
            double points = 0;
            std::from_chars(height->data(), height->data() + height->size(), points);
            if (points > 0 && points < 1000) out_.heights.push_back({row_, points});
        }
    }

    // Wanted rows that are not there go before the first row that comes after them.
    void place_missing_rows(const XmlToken& tag) {
        for (; missing_ < out_.rows.size() && out_.rows[missing_].row < row_; ++missing_)
            if (!out_.rows[missing_].exists) out_.rows[missing_].insert = tag.offset;
    }

    std::span<FoundCell> cells_of(const FoundRow* row) {
        if (!row) return {};
        const auto index = static_cast<std::size_t>(row - out_.rows.data());
        const auto range = std::ranges::equal_range(out_.cells, index, {}, &FoundCell::row);
        return {range.begin(), range.end()};
    }

    void take_cell(const XmlToken& tag, Address at, std::span<FoundCell> row_cells) {
        FoundCell* cell = nullptr;
        for (FoundCell& one : row_cells) {
            if (one.at == at && !one.exists) cell = &one;
            if (one.at.column < at.column && one.insert == 0) one.insert = tag.offset;
        }
        if (cell) {
            cell->exists = true;
            cell->element = {tag, tag.local(), tag.end_offset()};
            cell->style = number_attribute(tag, "s").value_or(0);
            cell->style_given = true;
        }
        if (tag.kind == XmlToken::Kind::single) return;

        const std::string_view type = attribute(tag, "t").value_or("n");
        for (XmlToken token = next(); !token.last(); token = next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == 2) {
                if (cell) cell->element.end = token.end_offset();
                return;
            }
            if (token.depth == 3 && token.opens("f")) take_formula(token, at, cell);
            if (cell && token.depth == 3 && token.kind == XmlToken::Kind::open
                && (token.local() == "v" || token.local() == "is"))
                take_value(token, type, *cell);
        }
    }

    void take_value(const XmlToken& tag, std::string_view type, FoundCell& cell) {
        using Kind = CellValue::Kind;
        cell.shared_string = type == "s" && tag.local() == "v";
        cell.value.kind = type == "b"   ? Kind::boolean
                          : type == "e" ? Kind::error
                          : type == "n" ? Kind::number
                                        : Kind::text; // s, str, inlineStr, d
        if (tag.local() == "is") {
            read_rich_text(lexer_, tag, cell.value.text);
        } else {
            read_text(lexer_, tag, cell.value.text);
        }
        if (cell.value.kind != Kind::text && cell.value.text.empty()) cell.value.kind = Kind::empty;
    }

    void take_formula(const XmlToken& tag, Address at, FoundCell* cell) {
        using Formula = FoundCell::Formula;
        const auto type = attribute(tag, "t");
        const auto ref = attribute(tag, "ref");
        if (cell) {
            cell->formula = Formula::own;
            cell->formula_element = {tag, tag.local(), tag.end_offset()};
            const std::size_t inside = tag.end_offset();
            XmlToken last = tag;
            if (tag.kind == XmlToken::Kind::open) {
                while (!last.last() && !(last.kind == XmlToken::Kind::close && last.depth == 3))
                    last = next();
                cell->formula_element.end = last.end_offset();
                cell->formula_text = unescape(sheet_.text.substr(inside, last.offset - inside));
            }
        }
        if ((type == "array" || type == "dataTable") && ref) {
            if (const auto range = cells::parse_range(*ref)) out_.areas.push_back({*range, true, 0, {}});
        } else if (type == "shared") {
            const std::uint32_t group = number_attribute(tag, "si").value_or(0);
            const auto [known, is_new] = groups_.emplace(group, out_.areas.size());
            if (is_new) out_.areas.push_back({{at, at}, false, group, {}});
            out_.areas[known->second].members.push_back(at);
            if (cell) {
                cell->formula = ref ? Formula::master : Formula::member;
                cell->group = group;
            }
        }
    }

    const XmlOutline& sheet_;
    XmlLexer lexer_;
    std::size_t base_;
    SheetCells out_;
    std::unordered_map<std::uint32_t, std::size_t> groups_; // of shared formulas, to their areas
    std::uint32_t row_ = 0;
    std::size_t missing_ = 0;
};

/// The attributes of a cell that stay when its value goes: not its type, nor what belongs to the value
/// (metadata of dynamic arrays and of rich values, 18.3.1.4). The address is written anew.
std::string kept_attributes(const XmlToken& tag, std::uint32_t style) {
    static constexpr std::string_view gone[] = {"r", "s", "t", "cm", "vm"};
    std::string kept;
    std::string_view rest = tag.body;
    for (;;) {
        const auto start = rest.find_first_not_of(" \t\r\n");
        const auto equals = rest.find('=');
        if (start == std::string_view::npos || equals == std::string_view::npos || equals < start) break;
        const auto quote = rest.find_first_of("\"'", equals);
        const auto close = rest.find(rest[quote], quote + 1);
        std::string_view name = rest.substr(start, equals - start);
        while (name.ends_with(' ')) name.remove_suffix(1);
        if (std::ranges::find(gone, name) == std::end(gone))
            kept += " " + std::string(rest.substr(start, close + 1 - start));
        rest.remove_prefix(close + 1);
    }
    if (style != 0 || attribute(tag, "s")) kept = " s=\"" + std::to_string(style) + "\"" + kept;
    return kept;
}

std::string cell_xml(const CellWrite& write, std::string_view prefix) {
    const FoundCell& cell = *write.cell;
    const std::string name = std::string(prefix) + "c";
    std::string xml = "<" + name + " r=\"" + cells::to_text(cell.at) + "\"";
    if (cell.exists) {
        xml += kept_attributes(cell.element.tag, write.style);
    } else if (write.style != 0) {
        xml += " s=\"" + std::to_string(write.style) + "\"";
    }
    const std::string content = content_xml(write.value, prefix);
    if (content.empty()) return xml + "/>";
    return xml + std::string(type_attribute(write.value)) + ">" + content + "</" + name + ">";
}

/// A row's spans are a hint for who reads the row; a hint that leaves cells out is worse than none.
void widen_spans(Splices& edits, std::string_view text, const XmlToken& row, std::uint32_t least,
                 std::uint32_t most) {
    const auto spans = attribute(row, "spans");
    if (!spans) return;
    const auto colon = spans->find(':');
    if (colon == std::string_view::npos) return;
    const auto first = number_of(spans->substr(0, colon));
    const auto last = number_of(spans->substr(colon + 1));
    if (!first || !last || (*first <= least && most <= *last)) return;
    set_attribute(edits, text, row, "spans",
                  std::to_string(std::min(*first, least)) + ":" + std::to_string(std::max(*last, most)));
}

void widen_dimension(Splices& edits, const XmlOutline& sheet, Address first, Address last) {
    const XmlElement* dimension = sheet.find("dimension");
    if (!dimension) return;
    const auto range = cells::parse_range(attribute(dimension->tag, "ref").value_or(""));
    if (!range || (range->contains(first) && range->contains(last))) return;
    const cells::Range wider{
        {std::min(range->first.row, first.row), std::min(range->first.column, first.column)},
        {std::max(range->last.row, last.row), std::max(range->last.column, last.column)}};
    set_attribute(edits, sheet.text, dimension->tag, "ref", cells::to_text(wider));
}

} // namespace

SheetCells find_cells(const XmlOutline& sheet, std::span<const Address> wanted) {
    const XmlElement* rows = sheet.find("sheetData");
    if (!rows) return {};
    return Finder(sheet, *rows, wanted).run();
}

void write_cells(Splices& edits, const XmlOutline& sheet, const SheetCells& found,
                 std::span<const CellWrite> writes) {
    const XmlElement* sheet_data = sheet.find("sheetData");
    if (!sheet_data) return;
    const std::string prefix = sheet.prefix();
    std::string new_rows; // of a sheet without any
    Address low{cells::last_row, cells::last_column};
    Address high{1, 1};

    for (std::size_t i = 0; i < writes.size();) {
        const FoundRow& row = found.rows[writes[i].cell->row];
        std::string new_cells; // of a row without any
        std::uint32_t least = cells::last_column;
        std::uint32_t most = 1;
        for (; i < writes.size() && found.rows[writes[i].cell->row].row == row.row; ++i) {
            const FoundCell& cell = *writes[i].cell;
            const std::string xml = cell_xml(writes[i], prefix);
            if (cell.exists) {
                edits.replace(cell.element.offset(), cell.element.end - cell.element.offset(), xml);
                continue;
            }
            if (writes[i].value.kind == CellValue::Kind::empty) continue;
            least = std::min(least, cell.at.column);
            most = std::max(most, cell.at.column);
            low = {std::min(low.row, cell.at.row), std::min(low.column, cell.at.column)};
            high = {std::max(high.row, cell.at.row), std::max(high.column, cell.at.column)};
            if (row.exists && !row.element.single()) {
                edits.insert(cell.insert, xml);
            } else {
                new_cells += xml;
            }
        }
        if (least > most) continue;
        if (row.exists) {
            widen_spans(edits, sheet.text, row.element.tag, least, most);
            if (row.element.single()) append_inside(edits, row.element, sheet.text, new_cells);
        } else {
            const std::string name = prefix + "row";
            const std::string xml =
                "<" + name + " r=\"" + std::to_string(row.row) + "\">" + new_cells + "</" + name + ">";
            if (sheet_data->single()) {
                new_rows += xml;
            } else {
                edits.insert(row.insert, xml);
            }
        }
    }
    if (!new_rows.empty()) append_inside(edits, *sheet_data, sheet.text, new_rows);
    if (low.row <= high.row) widen_dimension(edits, sheet, low, high);
}

} // namespace xlsx
