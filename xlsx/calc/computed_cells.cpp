#include "xlsx/calc/computed_cells.h"

#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"

#include <string>
#include <tuple>
#include <unordered_map>

namespace xlsx {

using cells::Address;
using cells::Error;

// Whether text may hold a formula element of any prefix: a look before the walk.
static bool may_hold_formulas(std::string_view text) {
    for (const std::string_view start : {"<f", ":f"})
        for (auto at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1))
            if (const auto next = text.substr(at + 2, 1); next == ">" || next == " ") return true;
    return false;
}

// What an f element holds; the lexer stands behind its open tag. Gives where the element ends, too.
static std::pair<std::string, std::size_t> formula_text(XmlLexer& lexer) {
    std::string text;
    XmlToken token = lexer.next();
    for (; !token.last() && token.kind != XmlToken::Kind::close; token = lexer.next())
        if (token.holds_text()) text += unescape(token.body);
    return {std::move(text), token.end_offset()};
}

static Formula as_read_at(const Formula& formula, Address home, Address at) {
    return formula.translated(static_cast<std::int64_t>(at.row) - home.row,
                              static_cast<std::int64_t>(at.column) - home.column);
}

/// Gathers the computed cells of one sheet.
class ComputedReader {
public:
    ComputedReader(const HiddenReferences& known, std::size_t sheet, ComputedCells& into)
        : known_(known), sheet_(sheet), into_(into) {}

    void walk(const XmlOutline& sheet) {
        const XmlElement* rows = sheet.find("sheetData");
        if (!rows) return;
        base_ = rows->offset();
        XmlLexer lexer(sheet.text.substr(base_, rows->end - base_));
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.depth == 1 && token.opens("row")) {
                row = number_attribute(token, "r").value_or(row + 1);
                column = 0;
            } else if (token.depth == 2 && token.opens("c")) {
                const auto at = cells::parse_address(attribute(token, "r").value_or(""));
                column = at ? at->column : column + 1;
                if (token.kind == XmlToken::Kind::open) take_cell(lexer, token, {row, column});
            }
        }
    }

private:
    void take_cell(XmlLexer& lexer, const XmlToken& tag, Address at) {
        ComputedCell cell;
        cell.sheet = sheet_;
        cell.covers = {at, at};
        cell.array = array_of(at);
        cell.tag = tag;
        cell.tag.offset += base_;
        for (XmlToken token = lexer.next(); !token.last(); token = lexer.next()) {
            if (token.kind == XmlToken::Kind::close && token.depth == 2) break;
            if (token.depth != 3) continue;
            if (token.opens("f")) take_formula(lexer, token, at, cell);
            if (token.opens("v") || token.opens("is")) {
                cell.value = token.offset + base_;
                cell.value_end =
                    (token.kind == XmlToken::Kind::open ? lexer.skip() : token).end_offset() + base_;
            }
        }
        if (!cell.looks_at && cell.array == ComputedCell::none) return;
        if (cell.looks_at && cell.covers.first != cell.covers.last)
            arrays_.emplace_back(cell.covers, into_.cells_.size());
        into_.cells_.push_back(std::move(cell));
    }

    void take_formula(XmlLexer& lexer, const XmlToken& tag, Address at, ComputedCell& cell) {
        cell.formula = tag;
        cell.formula.offset += base_;
        std::string text;
        std::size_t end = tag.end_offset();
        if (tag.kind == XmlToken::Kind::open) std::tie(text, end) = formula_text(lexer);
        cell.formula_end = end + base_;
        const auto type = attribute(tag, "t");
        const std::uint32_t group = number_attribute(tag, "si").value_or(0);
        cell.whole = type == "array" || type == "dataTable";
        if (type == "shared" && text.empty()) {
            const auto found = groups_.find(group);
            if (found != groups_.end()) cell.shared = found->second;
            cell.whole = found == groups_.end();
            cell.looks_at = cell.whole ? anything() : of(shared_at(cell.shared, at));
            return;
        }
        Formula formula(std::move(text));
        cell.looks_at = type == "dataTable" ? anything() : of(formula);
        const auto ref = cells::parse_range(attribute(tag, "ref").value_or(""));
        if (ref && cell.whole) cell.covers = *ref;
        if (type == "shared") {
            groups_.insert_or_assign(group, into_.shared_.size());
            into_.shared_.push_back({at, std::move(formula)});
        }
    }

    Formula shared_at(std::size_t shared, Address at) const {
        return as_read_at(into_.shared_[shared].formula, into_.shared_[shared].at, at);
    }
    std::shared_ptr<const Dependence> of(const Formula& formula) const {
        return std::make_shared<Dependence>(known_.of(formula, sheet_));
    }
    static std::shared_ptr<const Dependence> anything() {
        return std::make_shared<Dependence>(Dependence{{}, true});
    }
    std::size_t array_of(Address at) const {
        for (const auto& [range, index] : arrays_)
            if (range.contains(at)) return index;
        return ComputedCell::none;
    }

    const HiddenReferences& known_;
    std::size_t sheet_;
    ComputedCells& into_;
    std::size_t base_ = 0;
    std::unordered_map<std::uint32_t, std::size_t> groups_; // of shared formulas
    std::vector<std::pair<cells::Range, std::size_t>> arrays_;
};

std::expected<ComputedCells, Error> ComputedCells::read(PartEdits& edits, const WorkbookPart& workbook) {
    auto known = HiddenReferences::read(edits, workbook);
    if (!known) return std::unexpected(std::move(known.error()));
    ComputedCells all;
    all.sheets_.resize(workbook.sheets.size());
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const ListedSheet& listed = workbook.sheets[i];
        if (!listed.worksheet || !edits.package().has(listed.part)) continue; // taken away in this run
        auto text = edits.text(listed.part);
        if (!text) return std::unexpected(std::move(text.error()));
        if (!may_hold_formulas(*text)) continue;
        auto sheet = outline(*text);
        if (!sheet)
            return std::unexpected(damaged(edits.package(), listed.name, "The sheet's XML breaks off"));
        all.sheets_[i] = std::move(*sheet);
        ComputedReader(*known, i, all).walk(*all.sheets_[i]);
    }
    return all;
}

std::optional<Formula> ComputedCells::formula(const ComputedCell& cell) const {
    if (!cell.looks_at || cell.whole) return std::nullopt;
    if (cell.shared != ComputedCell::none)
        return as_read_at(shared_[cell.shared].formula, shared_[cell.shared].at, cell.at());
    if (cell.formula.kind != XmlToken::Kind::open) return std::nullopt;
    XmlLexer lexer(sheets_[cell.sheet]->text.substr(cell.formula.offset));
    lexer.next();
    return Formula(formula_text(lexer).first);
}

} // namespace xlsx
