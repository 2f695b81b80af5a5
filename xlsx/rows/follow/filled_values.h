#pragma once
// What the cells of an edited workbook hold, for what remembers cells' values elsewhere. Reads a sheet when
// it is first asked for.

#include "engine/cells/sheet.h"
#include "xlsx/package/package.h"
#include "xlsx/read/workbook.h"
#include "xlsx/rows/movement.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

class FilledValues {
public:
    /// The package holds the edited sheets by now. Both must outlive this. `changed` says
    /// whether any cell that a formula refers to may hold another value than before.
    FilledValues(Package& package, const Movement& movement,
                 std::function<bool(const Formula& formula)> changed)
        : package_(package), movement_(movement), changed_(std::move(changed)) {}

    /// Whether any cell of the formula's references may have changed.
    bool changed(const Formula& formula) const { return changed_(formula); }
    /// The cells that references point at, one after the other, empty ones too. Nothing where one of them is
    /// not known: a formula that has yet to be calculated, a sheet that cannot be read.
    std::optional<std::vector<cells::Cell>> cells_of(const Formula& formula);
    bool date1904() const { return workbook_ && workbook_->date1904(); }

private:
    const cells::Sheet* sheet(std::size_t index);

    Package& package_;
    const Movement& movement_;
    std::function<bool(const Formula& formula)> changed_;
    std::optional<Workbook> workbook_;
    std::map<std::size_t, cells::Sheet> sheets_;
};

} // namespace xlsx
