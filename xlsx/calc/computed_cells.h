#pragma once
// All cells of a workbook whose values are computed: where each stands in its part, what its formula says and
// what it looks at. Reads every sheet that holds formulas once, by lexing. ECMA-376 part 1, 18.3.1.40 (f).

#include "xlsx/calc/changed_cells.h"
#include "xlsx/calc/hidden_references.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/edit/xml_outline.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <vector>

namespace xlsx {

/// A cell whose value is computed: by its own formula or by that of the array that it lies in.
struct ComputedCell {
    static constexpr std::size_t none = SIZE_MAX;

    std::size_t sheet = 0;
    cells::Range covers;                        ///< its own cell, or the whole array for its first cell
    std::shared_ptr<const Dependence> looks_at; ///< nullptr for another cell of an array
    std::size_t array = none;                   ///< for another cell of an array: the index of its first
    std::size_t shared = none;                  ///< for a member of a shared formula: its group
    bool whole = false;                         ///< an array formula or a data table
    XmlToken tag;                               ///< its c element's
    XmlToken formula;                           ///< its f element's, if it has one
    std::size_t formula_end = 0;                ///< behind its f element
    std::size_t value = 0, value_end = 0;       ///< its v element, or is, if it has one

    cells::Address at() const { return covers.first; }
};

class ComputedCells {
public:
    /// Sheets that are not there any more, or hold no cells, have none.
    static std::expected<ComputedCells, cells::Error> read(PartEdits& edits, const WorkbookPart& workbook);

    const std::vector<ComputedCell>& cells() const { return cells_; }
    /// A sheet's text, where it holds formulas.
    const std::optional<XmlOutline>& sheet(std::size_t index) const { return sheets_[index]; }
    /// What a cell's own formula says, if it has one that is no array's: a shared one as it reads there.
    std::optional<Formula> formula(const ComputedCell& cell) const;

private:
    friend class ComputedReader;
    /// A shared formula, as its first cell has it.
    struct Shared {
        cells::Address at;
        Formula formula;
    };

    std::vector<ComputedCell> cells_; // in reading order
    std::vector<Shared> shared_;
    std::vector<std::optional<XmlOutline>> sheets_;
};

} // namespace xlsx
