#pragma once
// The values that a workbook's cells hold: what the file says, and over it what a run has written. Reads a
// sheet when it is first asked for, and keeps its cells by column, since formulas look down columns.

#include "xlsx/calc/calc_value.h"
#include "xlsx/calc/recalculate.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/read/shared_strings.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace xlsx {

/// A cell as the file or the run has it, not yet made sense of.
struct KnownCell {
    enum class Type : std::uint8_t { open, number, shared, text, inlined, boolean, error, written, empty };
    static constexpr std::uint32_t not_computed = UINT32_MAX;

    std::uint32_t row = 0;
    std::uint32_t computed = not_computed; ///< its index among the computed cells, for who knows it
    Type type = Type::open;
    std::string_view text;              ///< of its v element; of its is element with tags
    const CellValue* written = nullptr; ///< what the run wrote there
};

class KnownValues {
public:
    /// All must outlive this.
    KnownValues(PartEdits& edits, const WorkbookPart& workbook, const Written& written)
        : edits_(edits), workbook_(workbook), written_(written), sheets_(workbook.sheets.size()) {}

    /// Whether the sheet's cells can be had: not where it is damaged or too large to be worth it.
    bool read(std::size_t sheet);
    /// A column's cells, ascending. Requires: the sheet has been read.
    std::span<KnownCell> column(std::size_t sheet, std::uint32_t column);
    std::uint32_t columns(std::size_t sheet) const {
        return static_cast<std::uint32_t>(sheets_[sheet]->size());
    }
    KnownCell* find(std::size_t sheet, cells::Address at);

    /// Nothing where the value is not known: a formula that was never calculated, an odd type.
    Result value(const KnownCell& cell);

private:
    using Columns = std::vector<std::vector<KnownCell>>; // from column 1 on
    bool walk(std::string_view text, Columns& into);
    void put_written(std::size_t sheet, Columns& into) const;
    Result shared_text(std::string_view index);

    PartEdits& edits_;
    const WorkbookPart& workbook_;
    const Written& written_;
    std::vector<std::optional<Columns>> sheets_;
    std::vector<bool> failed_ = std::vector<bool>(sheets_.size());
    std::optional<SharedStrings> strings_;
    std::size_t cells_ = 0;
};

} // namespace xlsx
