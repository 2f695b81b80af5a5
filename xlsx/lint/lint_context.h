#pragma once
// What the linter's checks share: the package, what of it is to be looked at, the counts that indexes must
// stay below, and the faults found. Each check is a function over it, in a file named after what it looks at;
// lint.cpp calls them in order. A fault's words name no count that our own edits may change: a fault of the
// input must read the same in the output.

#include "xlsx/edit/vml_drawing.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/lint/invariants.h"
#include "xlsx/lint/lint.h"
#include "xlsx/read/shared_strings.h"

#include "engine/cells/address.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// How much of a workbook is looked at: all, or the touched parts and what joins them to the others.
struct LintScope {
    bool all = true;
    std::set<std::string, std::less<>> touched;
    bool changed_rows_only = false; ///< of touched sheets, rows that are as they were are left out

    bool takes(std::string_view part) const { return all || touched.contains(part); }
    /// Whether any part is looked at whose name holds this, in small letters.
    bool takes_any(std::string_view piece) const;
};

/// What one sheet's walk found that other parts refer to.
struct LintedSheet {
    std::string name;
    std::string part;
    std::uint32_t sheet_id = 0;
    std::vector<cells::Address> formulas; ///< ascending in a sound sheet; sorted when they are looked up
    std::vector<cells::Range> arrays;
    cells::Range walked{{1, 1}, {cells::last_row, cells::last_column}}; ///< the rows that were looked at
    std::vector<cells::Range> merges;
    std::optional<cells::Range> filter;
    bool selected = false;
    bool lacks_values = false; ///< a formula has no value
    /// Texts of the cells that are table heads, filled in passing; a number that stands for a shared text is
    /// looked up only where the table of strings was read.
    std::map<cells::Address, std::string> head_texts;
    std::set<cells::Address> unknown_heads;
};

struct LintContext {
    Package& package;
    LintScope scope;
    std::vector<Fault> faults{};
    std::vector<std::string> parts{}; ///< of the package, in its order

    std::uint32_t cell_formats = 0;
    std::uint32_t differentials = 0;
    std::uint32_t cell_metadata = 0;
    std::uint32_t value_metadata = 0;
    bool has_chain = false;
    bool strict = false;
    std::optional<SharedStrings> strings{};       ///< only where they are looked at
    std::set<std::string> sheet_names{};          ///< in small letters
    std::set<std::string> defined_names{};        ///< in small letters
    std::set<std::string> table_names{};          ///< in small letters
    std::vector<std::string> caches{};            ///< ids of the workbook's pivot caches
    std::map<std::string, VmlDrawing> drawings{}; ///< those that were read

    void fault(InvariantId invariant, std::string_view part, std::string what);
    /// A part's text, or nothing and a fault.
    std::optional<std::string_view> text(const std::string& part);
    /// A part in outline, or nothing and a fault.
    std::optional<XmlOutline> outline(const std::string& part);
    /// A legacy drawing, read once; or null and a fault.
    const VmlDrawing* drawing(const std::string& part);
    std::vector<Relationship> relationships(const std::string& part);
    /// The first part that the workbook relates to by a kind, or "".
    std::string of_workbook(std::string_view kind);
};

/// In small letters, as Excel compares names. ASCII only: an accent may hide a clash, and makes none.
std::string small_letters(std::string_view text);
/// UTF-16 units, in which Excel's limits count.
std::size_t utf16_units(std::string_view text);
/// Whether Excel takes it for a sheet.
bool is_sheet_name(std::string_view name);
/// Whether a list of ranges, "A1:B2 C3", is there and all of it is cells.
bool is_range_list(std::string_view text);
bool overlap(const cells::Range& one, const cells::Range& other);

/// S1, S5 and P7: the order of the children of a root, their prefix, and prefixes that may be ignored.
void lint_order(LintContext& context, std::string_view part, const XmlOutline& root,
                std::span<const std::string_view> order);
/// X1, S9 and P4: what is asked of any part's text, whatever it holds. Rows of sheets are left to lint_cells.
void lint_text(LintContext& context, const std::string& part);
void lint_content_types(LintContext& context);
void lint_relationships(LintContext& context);
void lint_properties(LintContext& context, const WorkbookPart& workbook);
void lint_protection(LintContext& context);
void lint_workbook(LintContext& context, const WorkbookPart& workbook);
void lint_names(LintContext& context, const WorkbookPart& workbook);
/// Also fills in the context's counts.
void lint_styles(LintContext& context);
void lint_strings(LintContext& context, const std::string& part);
/// Metadata's counts are filled in.
void count_metadata(LintContext& context);
/// What stands on a sheet besides its cells.
void lint_sheet(LintContext& context, LintedSheet& sheet, const XmlOutline& outline);
/// Walks a sheet's rows; `heads` are table heads whose texts are wanted.
void lint_cells(LintContext& context, LintedSheet& sheet, const XmlOutline& outline,
                const std::vector<cells::Range>& heads);
/// Conditional formats and validations, those of Excel 2010 too.
void lint_formats(LintContext& context, const std::string& part, const XmlOutline& outline);
void lint_notes(LintContext& context, const std::string& sheet_part, const XmlOutline& sheet);
/// Of all drawings in the workbook.
void lint_shape_blocks(LintContext& context);
/// The heads of a sheet's tables.
std::vector<cells::Range> table_heads(LintContext& context, const std::string& sheet_part);
/// What is wrong with the tables of a sheet that was walked.
void lint_tables(LintContext& context, const LintedSheet& sheet, const XmlOutline& outline);
/// Numbers and names of all tables in the workbook.
void lint_table_names(LintContext& context);
void lint_calculation_chain(LintContext& context, std::vector<LintedSheet>& sheets,
                            const WorkbookPart& workbook);
void lint_drawing(LintContext& context, const std::string& part);
void lint_chart(LintContext& context, const std::string& part);
void lint_pivots(LintContext& context);

} // namespace xlsx
