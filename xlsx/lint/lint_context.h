#pragma once
// What the linter's checks share: the package, the counts that indexes must stay below, and the faults found.
// Each check is a function over it, in a file of its own; lint.cpp calls them in order. A fault's words name
// no count that our own edits may change: a fault of the input must read the same in the output.

#include "xlsx/edit/workbook_part.h"
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

/// What one sheet's walk found that other parts refer to.
struct LintedSheet {
    std::string name;
    std::string part;
    std::uint32_t sheet_id = 0;
    std::set<cells::Address> formulas;
    std::vector<cells::Range> arrays;
    std::vector<cells::Range> merges;
    /// Texts of the cells in `heads`, filled in passing.
    std::map<cells::Address, std::string> head_texts;
};

struct LintContext {
    Package& package;
    std::vector<Fault> faults;

    std::uint32_t cell_formats = 0;
    std::uint32_t differentials = 0;
    bool has_metadata = false;
    bool has_chain = false;
    std::optional<SharedStrings> strings; ///< only when all is linted

    void fault(std::string_view invariant, std::string_view part, std::string what);
    /// A part's text, or nothing and a fault.
    std::optional<std::string_view> text(const std::string& part);
    /// A part in outline, or nothing and a fault.
    std::optional<XmlOutline> outline(const std::string& part);
    std::vector<Relationship> relationships(const std::string& part);
};

/// S1 and P7: the order of the children of a root, and prefixes that it says may be ignored.
void lint_order(LintContext& context, std::string_view part, const XmlOutline& root,
                std::span<const std::string_view> order);
void lint_content_types(LintContext& context);
void lint_relationships(LintContext& context);
void lint_properties(LintContext& context);
void lint_workbook(LintContext& context, const WorkbookPart& workbook);
/// Also fills in the context's counts.
void lint_styles(LintContext& context);
/// Walks a sheet; `heads` are table heads whose texts are wanted.
LintedSheet lint_sheet(LintContext& context, const std::string& name, const std::string& part,
                       std::string_view text, const std::vector<cells::Range>& heads);
void lint_notes(LintContext& context, const std::string& sheet_part, std::string_view sheet_text);
/// Of all drawings in the workbook.
void lint_shape_blocks(LintContext& context);
/// The heads of a sheet's tables, then what is wrong with the tables.
std::vector<cells::Range> table_heads(LintContext& context, const std::string& sheet_part);
void lint_tables(LintContext& context, const LintedSheet& sheet, std::set<std::string>& names,
                 std::set<std::uint32_t>& ids);
void lint_calculation_chain(LintContext& context, const std::vector<LintedSheet>& sheets);

} // namespace xlsx
