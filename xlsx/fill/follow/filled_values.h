#pragma once
// What the cells of a filled workbook hold, for what remembers cells' values elsewhere. Reads a sheet when it
// is first asked for.

#include "engine/cells/sheet.h"
#include "xlsx/fill/formula.h"
#include "xlsx/fill/stale.h"
#include "xlsx/package/package.h"
#include "xlsx/read/workbook.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

class FilledValues {
public:
    /// The package holds the filled sheets by now. Both must outlive this.
    FilledValues(Package& package, const Movement& movement, const Stale& stale)
        : package_(package), movement_(movement), stale_(stale) {}

    /// Whether any cell of the formula's references may have changed.
    bool changed(const Formula& formula) const { return stale_.formula(formula, 0); }
    /// The cells that references point at, one after the other, empty ones too. Nothing where one of them is
    /// not known: a formula that has yet to be calculated, a sheet that cannot be read.
    std::optional<std::vector<cells::Cell>> cells_of(const Formula& formula);
    bool date1904() const { return workbook_ && workbook_->date1904(); }

private:
    const cells::Sheet* sheet(std::size_t index);

    Package& package_;
    const Movement& movement_;
    const Stale& stale_;
    std::optional<Workbook> workbook_;
    std::map<std::size_t, cells::Sheet> sheets_;
};

} // namespace xlsx
