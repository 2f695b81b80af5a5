#pragma once
// Calculates one formula as Excel does, or says that it cannot: a wrong value is worse than none. It cannot
// where Excel's ways are a matter of language, settings or digits that nobody sees; where LibreOffice is
// known to differ; and for every function that is not in functions.h.

#include "xlsx/calc/calc_value.h"
#include "xlsx/calc/changed_cells.h"
#include "xlsx/calc/expression.h"

#include <expected>
#include <functional>
#include <optional>
#include <string_view>

namespace xlsx {

/// Where an evaluator gets cells from.
class CellSource {
public:
    CellSource() = default;
    CellSource(const CellSource&) = delete;
    CellSource& operator=(const CellSource&) = delete;
    virtual ~CellSource() = default;

    /// A cell's value; nothing where it cannot be said.
    virtual Result at(std::size_t sheet, cells::Address at) = 0;
    using Take = std::function<bool(cells::Address at, const CalcValue& value)>;
    /// Hands on the cells of a range that are not empty, column by column, until `take` says false. False
    /// where one of them cannot be said or there are too many.
    virtual bool each(const SheetRange& area, const Take& take) = 0;
    virtual std::optional<std::size_t> sheet(std::string_view name) const = 0;
};

class Evaluator {
public:
    /// `home` and `at` are where the formula stands.
    Evaluator(CellSource& cells, std::size_t home, cells::Address at) : cells_(cells), home_(home), at_(at) {}

    /// The formula's value; never empty, as a formula that shows an empty cell shows 0.
    Result formula_value(const Expression& expression);

    /// A single value; a reference's is its cell's. An empty cell is empty.
    Result value(const Expression& expression);
    /// As an operand of arithmetic. The error is what the formula comes to instead.
    std::expected<double, Result> number(const Expression& expression);
    std::expected<bool, Result> truth(const Expression& expression);
    std::expected<std::string, Result> text(const Expression& expression);
    /// The cells that an expression refers to, if it is a reference on one sheet.
    std::optional<SheetRange> area(const Expression& expression) const;

    CellSource& cells() const { return cells_; }
    cells::Address here() const { return at_; }

private:
    Result arithmetic(const Expression& expression);
    Result joined(const Expression& expression);
    Result comparison(const Expression& expression);

    CellSource& cells_;
    std::size_t home_;
    cells::Address at_;
};

/// -1, 0 or 1, as Excel's = and < see two values; 2 for two words, unequal and no more. Nothing where it is
/// open.
std::optional<int> compared(const CalcValue& a, const CalcValue& b);

} // namespace xlsx
