#pragma once
// What moved in the whole workbook, sheet by sheet, and what a reference or a formula becomes by it.
// Where rows of a template repeat: a relative or unmarked reference from a repeated row to its own repetition
// stays within its own copy; one with a $ before its row looks at the whole repetition, as it would after
// copying down in Excel. From outside, a range runs from the first copy to the last, and a single cell is
// that of the first copy. Where rows are inserted or deleted: as Excel's own Insert and Delete do.

#include "xlsx/rows/formula.h"
#include "xlsx/rows/row_map.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// Where a formula stands: its sheet, and which copy of its rows.
struct Place {
    std::size_t sheet = 0;
    RowMap::Copy copy = 0;
    /// It stands wherever it is used, as a name's does: what is relative in it stays in a shift.
    bool anywhere = false;
};

/// What a single cell that repeats stands for: a chart's or a name's cell means all of its copies.
enum class Single : std::uint8_t { first_copy, all_copies };

/// Rows of a template repeat, and a reference to rows that have gone is a fault of the template; or rows are
/// inserted and deleted as Excel does it, and such a reference becomes #REF!.
enum class Motion : std::uint8_t { repetition, shift };

class Movement {
public:
    explicit Movement(Motion motion = Motion::repetition) : motion_(motion) {}
    bool shifts() const { return motion_ == Motion::shift; }

    /// Sheets in the order of the workbook.
    void add(std::string sheet, RowMap rows);

    /// A table whose rows all go: what refers to it becomes #REF!.
    void lose_table(std::string name) { lost_tables_.push_back(std::move(name)); }

    const std::string& name(std::size_t sheet) const { return sheets_[sheet].name; }
    const RowMap& rows(std::size_t sheet) const { return sheets_[sheet].rows; }
    /// By name, without regard to case.
    std::optional<std::size_t> find(std::string_view sheet) const;

    /// Which sheet a reference in a formula on `home` points at; nothing for another workbook's, for one
    /// through several sheets, and for a sheet that is not there.
    std::optional<std::size_t> target(const Reference& reference, std::size_t home) const;

    /// The reference after the move. Nothing where all its rows have gone.
    std::optional<Reference> moved(const Reference& reference, Place from,
                                   Single single = Single::first_copy) const;
    /// The same as separate areas where other rows came between.
    std::vector<Reference> areas(const Reference& reference, Place from,
                                 Single single = Single::first_copy) const;
    /// The formula after the move. A reference that is an argument of SUM and its like becomes its separate
    /// areas, so that nothing between is added up. A reference through several sheets moves where it does so
    /// alike on all of them; else it stays in a shift, as in Excel. The error is why it cannot be: a row that
    /// goes, too long.
    std::expected<std::string, std::string> moved(const Formula& formula, Place from,
                                                  Single single = Single::first_copy) const;

private:
    struct Sheet {
        std::string name;
        RowMap rows;
    };
    std::expected<std::optional<Reference>, std::string> through_sheets(const Reference& reference) const;

    std::string without_lost_tables(std::string text) const;

    Motion motion_;
    std::vector<Sheet> sheets_;
    std::vector<std::string> lost_tables_;
};

} // namespace xlsx
