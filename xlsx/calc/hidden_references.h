#pragma once
// What a formula depends on without showing it as a reference: defined names and tables, resolved; and
// whether something stays unknown (INDIRECT, OFFSET, names that the workbook does not define).

#include "xlsx/calc/changed_cells.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/rows/formula.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// All that a formula looks at.
struct Dependence {
    std::vector<SheetRange> ranges;
    bool unknown = false;  ///< it may look at any cell
    bool changing = false; ///< it looks at the clock or at chance
};

class HiddenReferences {
public:
    /// Reads the workbook's names and tables.
    static std::expected<HiddenReferences, cells::Error> read(PartEdits& edits, const WorkbookPart& workbook);

    Dependence of(const Formula& formula, std::size_t home) const;

private:
    std::optional<std::size_t> sheet_index(std::string_view name) const;
    void add_shown(const Formula& formula, std::size_t home, Dependence& into) const;
    void add_hidden(std::string_view text, std::size_t home, int depth, Dependence& into) const;

    std::vector<std::string> sheets_;                       // folded
    std::map<std::string, std::vector<std::string>> names_; // folded, to their formulas in all scopes
    std::map<std::string, SheetRange> tables_;              // folded
};

} // namespace xlsx
