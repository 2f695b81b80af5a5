#pragma once
// Finds a layout's table among the sheets of a workbook: banner rows, blank rows, merged parents over the
// headings, columns in any order, local columns in between, headings repeated after page breaks, totals among
// the data, section rows that name an outcome. One answer, or an Error that shows what was looked for and
// what was found.

#include "engine/cells/error.h"
#include "engine/cells/sheet.h"
#include "engine/figures/period.h"
#include "engine/layout/layout.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A column of the table found. Families carry the year and quarter that their headings named.
struct FoundColumn {
    std::size_t column = 0;   ///< index into LayoutTable::columns
    std::uint32_t letter = 0; ///< the sheet's column, from 1
    cells::Address heading;   ///< the cell of the lowest heading
    int year = 0;             ///< 0 where the family has none
    int quarter = 0;
};

/// A heading that is nearly one of ours: read as it, and reported.
struct NearHeading {
    cells::Address at;
    std::string found;
    std::string meant;
};

struct FoundRow {
    std::uint32_t row = 0;
    std::string section; ///< the text of the last section row above; empty if none
};

struct FoundTable {
    std::size_t sheet = 0; ///< index into the sheets given
    std::vector<FoundColumn> columns;
    std::vector<FoundRow> rows; ///< data rows: not blank, not header, not section, not total
    std::vector<std::uint32_t> totals;
    std::vector<NearHeading> near;
    std::vector<cells::Address>
        unknown; ///< headings that the layout does not know: local columns, left alone

    /// The sheet's column of a field, or 0.
    std::uint32_t letter(const LayoutTable& table, std::string_view field, int year = 0,
                         int quarter = 0) const;
};

/// Finds the one table. Nothing (not an Error) where the layout's table is not required and no sheet has it.
std::expected<std::optional<FoundTable>, cells::Error>
find_table(const std::vector<cells::Sheet>& sheets, const LayoutTable& table, std::string_view file);

struct FoundField {
    std::size_t field = 0; ///< index into LayoutForm::fields
    cells::Address label;
    cells::Address value;
    /// Where the value begins in the text of its cell: behind "Service:" where label and value share one.
    std::size_t value_from = 0;
};
struct FoundForm {
    std::size_t sheet = 0;
    std::vector<FoundField> fields;
    std::vector<NearHeading> near;
};
/// Finds a cover form: the sheet with most of its labels.
std::expected<FoundForm, cells::Error> find_form(const std::vector<cells::Sheet>& sheets,
                                                 const LayoutForm& form, std::string_view file);

/// How headings and names are compared: case, spaces, punctuation, "%" and "percentage" do not count, "&" is
/// "and".
std::string folded(std::string_view text);
/// The nearest of the candidates, if near enough to be a slip of the pen: a letter or two in a long word, no
/// number, no first letter. Nothing where two different ones are as near.
std::optional<std::size_t> nearest(std::string_view text, const std::vector<std::string>& candidates);

} // namespace engine
