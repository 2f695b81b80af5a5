#include "xlsx/rows/moved_formulas.h"

#include "xlsx/edit/xml_outline.h"
#include "xlsx/rows/element_copy.h"
#include "xlsx/rows/sheet_formulas.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace xlsx {

namespace {

// Whether the value depends on where a cell is. INDIRECT and OFFSET are known for that elsewhere.
bool tells_position(std::string_view formula) {
    static constexpr std::array<std::string_view, 2> functions = {"ROW(", "CELL("};
    return std::ranges::any_of(functions, [&](std::string_view function) {
        const auto found = std::ranges::search(formula, function, {}, [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        return !found.empty();
    });
}

class FormulaMover {
public:
    FormulaMover(std::string_view sheet_data, const Movement& movement, const RowShift& shift,
                 std::size_t sheet)
        : sheet_data_(sheet_data), movement_(movement), shift_(shift), sheet_(sheet),
          shifts_(shift.sheet == sheet) {}

    std::expected<MovedFormulas, FormulaFault> move() {
        each_formula(sheet_data_, [this](const SheetFormula& formula) { part_groups(formula); });
        each_formula(sheet_data_, [this](const SheetFormula& formula) { follow(formula); });
        if (fault_) return std::unexpected(*std::move(fault_));
        return std::move(moved_);
    }

private:
    bool goes(const SheetFormula& formula) const { return shifts_ && shift_.removes(formula.at.row); }
    std::string text_of(const SheetFormula& formula) {
        auto text = movement_.moved(formula.formula, {sheet_, 0});
        if (!text && !fault_) fault_ = {formula.at, "The formula cannot follow: " + text.error()};
        return std::move(text).value_or(std::string());
    }

    // A group of shared formulas stays one only where none of it is touched.
    void part_groups(const SheetFormula& formula) {
        if (formula.kind != FormulaKind::shared || apart_.contains(formula.group)) return;
        if ((shifts_ && formula.at.row >= shift_.first) || text_of(formula) != formula.formula.text())
            apart_.insert(formula.group);
    }

    // Whether the formula may give another value although no cell that it looks at has another. What looks at
    // new rows is found by these; of rows that have gone there is no trace but here.
    bool unknown(const SheetFormula& formula) const {
        if (tells_position(formula.formula.text())) return true;
        if (shift_.inserts) return false;
        return formula.formula.opaque()
               || std::ranges::any_of(formula.formula.references(), [&](const Reference& reference) {
                      const auto now = movement_.moved(reference, {sheet_, 0});
                      return !now
                             || now->last.row - now->first.row != reference.last.row - reference.first.row;
                  });
    }

    void follow(const SheetFormula& formula) {
        if (fault_) return;
        std::optional<cells::Range> area;
        if (formula.area.first.row != 0 && shifts_ && !follow_area(formula, area)) return;
        if (goes(formula)) return;
        const std::string text = text_of(formula);
        if (shifts_ && formula.kind != FormulaKind::array && formula.kind != FormulaKind::table) {
            if (formula.at.row + 1 == shift_.first) moved_.above.emplace(formula.at.column, text);
            if (formula.at.row == shift_.first) moved_.below.emplace(formula.at.column, text);
        }
        const bool own = formula.kind == FormulaKind::shared && apart_.contains(formula.group)
                         && !formula.formula.text().empty();
        if (own || area || text != formula.formula.text()) {
            std::string now = formula_element(formula.tag, area, text);
            if (formula.kind == FormulaKind::table) now = with_inputs(now, formula.tag);
            moved_.edits.replace(formula.tag.offset, formula.end - formula.tag.offset, std::move(now));
        } else if (formula.kind == FormulaKind::table && shifts_) {
            const std::string now = with_inputs(formula.tag.raw, formula.tag);
            if (now != formula.tag.raw) moved_.edits.replace(formula.tag.offset, formula.tag.raw.size(), now);
        }
        if (!unknown(formula)) return;
        const cells::Address now{movement_.rows(sheet_).at(formula.at.row), formula.at.column};
        moved_.unknown.push_back({now, now});
    }

    // An array's range. False where the formula is done with.
    bool follow_area(const SheetFormula& formula, std::optional<cells::Range>& area) {
        const cells::Range& before = formula.area;
        const RowSpan span = movement_.rows(sheet_).cover(before.first.row, before.last.row);
        if (!shift_.splits(before.first.row, before.last.row)) {
            if (span.empty() || span.first == before.first.row) return true;
            area = {{span.first, before.first.column}, {span.last, before.last.column}};
            return true;
        }
        if (!formula.spills) {
            fault_ = {formula.at,
                      "Part of the "
                          + std::string(formula.kind == FormulaKind::table ? "data table" : "array") + " in "
                          + cells::to_text(before) + " would be changed"};
            return false;
        }
        // Excel spills it anew from its first cell.
        moved_.emptied.push_back(before);
        area = cells::Range{formula.at, formula.at};
        return true;
    }

    // A data table with its input cells.
    std::string with_inputs(std::string_view element, const XmlToken& tag) const {
        std::string now(element);
        const bool two = attribute(tag, "r2").has_value();
        for (const bool second : {false, true}) {
            if (second && !two) break;
            const std::string_view name = second ? "r2" : "r1";
            const auto cell = cells::parse_address(attribute(tag, name).value_or(""));
            if (!cell) continue;
            const std::uint32_t row = movement_.rows(sheet_).at(cell->row);
            now = row == 0
                      ? with_attributes(now, {{second ? "del2" : "del1", "1"}})
                      : with_attributes(now, {{name, cells::to_text(cells::Address{row, cell->column})}});
        }
        return now;
    }

    std::string_view sheet_data_;
    const Movement& movement_;
    const RowShift& shift_;
    std::size_t sheet_;
    bool shifts_; // the rows are this sheet's
    std::set<std::uint32_t> apart_;
    MovedFormulas moved_;
    std::optional<FormulaFault> fault_;
};

} // namespace

std::expected<MovedFormulas, FormulaFault> moved_formulas(std::string_view sheet_data,
                                                          const Movement& movement, const RowShift& shift,
                                                          std::size_t sheet) {
    return FormulaMover(sheet_data, movement, shift, sheet).move();
}

} // namespace xlsx
