#pragma once
// The cells of a table or a form that was found, by field: what the readers of plans and returns have in
// common. Views: sheets and layouts must outlive them.

#include "engine/cells/sheet.h"
#include "engine/figures/date_field.h"
#include "engine/figures/figure.h"
#include "engine/layout/find_table.h"
#include "engine/records/place.h"

#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace engine {

/// What a cell of a sheet says. A place without a cell is blank, and still known as the place; no address is
/// the answer for a field that the workbook does not have.
class SheetCells {
public:
    SheetCells(const cells::Sheet& sheet, unsigned first_month);

    const cells::Sheet& sheet() const { return *sheet_; }
    /// Text that is merged down several rows says the same in each of them.
    Text text(cells::Address at) const;
    Figure figure(cells::Address at, Unit unit) const;
    DateField date(cells::Address at, End end) const;

protected:
    DateField date(const cells::Cell* cell, cells::Address at, End end) const;

private:
    const cells::Cell* cell_of_text(cells::Address at) const;

    const cells::Sheet* sheet_;
    unsigned first_month_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, const cells::Range*>
        merges_down_; ///< by column and first row
};

class TableCells : public SheetCells {
public:
    TableCells(const std::vector<cells::Sheet>& sheets, const LayoutTable& table, FoundTable found,
               unsigned first_month);

    const LayoutTable& table() const { return *table_; }
    const FoundTable& found() const { return found_; }
    /// Where the field of the row is; no address where the table has no such column.
    cells::Address at(const FoundRow& row, std::string_view field, Period period = {}) const;
    /// The columns of a field, from the left: the members of a family.
    std::vector<FoundColumn> columns(std::string_view field) const;
    /// The row's members of a family by year and quarter.
    std::map<Period, Text> texts(const FoundRow& row, std::string_view field) const;
    std::map<Period, Figure> figures(const FoundRow& row, std::string_view field, Unit unit) const;
    std::map<Period, DateField> dates(const FoundRow& row, std::string_view field, End end) const;

    /// Whether the row has what makes it a record.
    bool has_key(const FoundRow& row) const;
    /// The rows that are records.
    std::vector<FoundRow> records() const;

private:
    const LayoutTable* table_;
    FoundTable found_;
    std::map<std::tuple<std::string_view, int, int>, std::uint32_t> letters_;
};

class FormCells : public SheetCells {
public:
    FormCells(const std::vector<cells::Sheet>& sheets, const LayoutForm& form, const FoundForm& found,
              unsigned first_month);

    /// Where the field's value is; no address where the form does not have the field.
    cells::Address at(std::string_view field) const;
    Text text(std::string_view field) const;
    DateField date(std::string_view field, End end) const;

private:
    std::map<std::string_view, FoundField> places_;
};

} // namespace engine
