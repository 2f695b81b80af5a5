#pragma once
// One insertion or deletion of rows, step by step. Each step needs the one before; insert_rows.cpp tells the
// story.

#include "engine/cells/error.h"
#include "xlsx/calc/recalculate.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/package/package.h"
#include "xlsx/rows/follow_all.h"
#include "xlsx/rows/movement.h"
#include "xlsx/rows/row_shift.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

class ShiftRun {
public:
    using Done = std::expected<void, cells::Error>;

    ShiftRun(Package& package, std::string_view sheet, RowShift shift)
        : package_(package), sheet_(sheet), shift_(shift) {}

    /// The workbook, and whether the rows may be shifted at all.
    Done read();
    /// The formulas and rows of every sheet, and what follows them; nothing is changed in the package yet.
    Done write();
    /// Changes the package: first what moves, then values that depend on it, then charts, which remember
    /// values.
    Done commit();
    /// Whether the workbook is as sound as before.
    Done check();

private:
    cells::Error not_allowed(const std::string& where, std::string what, std::string next) const;
    Done drop_tables();
    Done write_sheet(std::size_t index);
    Done forget_chain();
    Done correct_values();
    Done follow_charts();
    bool has_changed(const Formula& shown) const;
    FollowAll followers() const;

    Package& package_;
    std::string_view sheet_;
    RowShift shift_;
    std::optional<PartEdits> edits_;
    std::optional<WorkbookPart> workbook_;
    Movement movement_{Motion::shift};
    std::vector<std::string> dropped_; // parts of tables
    Written written_;
    std::optional<ChangedCells> changed_;
};

} // namespace xlsx
