#include "xlsx/lint/lint.h"

#include "xlsx/lint/lint_context.h"
#include "xlsx/lint/lint_kept.h"
#include "xlsx/lint/new_faults.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/attributes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace xlsx {

namespace {

constexpr std::uint32_t current_calculation = 191'028; ///< calcId of Excel 2019 and later

/// One look at a workbook: the indexes across parts first, then the sheets, then what both tell together.
class Linter {
public:
    Linter(Package& package, LintScope scope) : context_{package, std::move(scope)} {
        context_.parts = package.parts();
    }

    LintContext& run() {
        lint_content_types(context_);
        lint_relationships(context_);
        lint_protection(context_);
        auto workbook = WorkbookPart::read(context_.package);
        if (!workbook) {
            context_.fault("X1", context_.package.workbook_part(), workbook.error().what);
            return context_;
        }
        context_.strict = is_strict(workbook->outline);
        context_.has_chain = !context_.of_workbook("calcChain").empty();
        lint_properties(context_, *workbook);
        lint_workbook(context_, *workbook);
        lint_names(context_, *workbook);
        lint_styles(context_);
        count_metadata(context_);
        if (const std::string part = context_.of_workbook("sharedStrings"); part.empty())
            context_.strings.emplace();
        else if (context_.scope.takes(part))
            lint_strings(context_, part);
        lint_table_names(context_);
        lint_shape_blocks(context_);
        for (const ListedSheet& listed : workbook->sheets)
            if (listed.worksheet) take_sheet(listed);
        take_other_parts();
        lint_calculation_chain(context_, sheets_, *workbook);
        lint_pivots(context_);
        check_together(*workbook);
        return context_;
    }

private:
    // Whether a part that a sheet has of its own is looked at.
    bool takes_part_of(const std::string& sheet, std::string_view kind) {
        if (context_.scope.all) return true;
        return std::ranges::any_of(context_.relationships(sheet), [&](const Relationship& one) {
            return !one.external && Package::type_is(one, kind)
                   && context_.scope.takes(Package::resolve(sheet, one.target));
        });
    }

    void take_sheet(const ListedSheet& listed) {
        const bool whole = context_.scope.takes(listed.part) || takes_part_of(listed.part, "table");
        if (!whole && !takes_part_of(listed.part, "comments") && !takes_part_of(listed.part, "vmlDrawing"))
            return;
        const auto outline = context_.outline(listed.part);
        if (!outline) return;
        lint_notes(context_, listed.part, *outline);
        if (!whole) return;
        LintedSheet sheet;
        sheet.name = listed.name;
        sheet.part = listed.part;
        sheet.sheet_id = number_attribute(listed.element.tag, "sheetId").value_or(0);
        lint_sheet(context_, sheet, *outline);
        lint_cells(context_, sheet, *outline, table_heads(context_, listed.part));
        lint_tables(context_, sheet, *outline);
        sheets_.push_back(std::move(sheet));
    }

    void take_other_parts() {
        for (const std::string& part : context_.parts) {
            if (!context_.scope.takes(part)) continue;
            lint_text(context_, part);
            const std::string name = folded(part);
            if (!name.ends_with(".xml")) continue;
            if (name.find("drawings/") != std::string::npos) lint_drawing(context_, part);
            if (name.find("charts/") != std::string::npos) lint_chart(context_, part);
        }
    }

    void check_together(const WorkbookPart& workbook) {
        const std::string& part = context_.package.workbook_part();
        const XmlElement* calculation = workbook.outline.find("calcPr");
        // Excel calculates anew what an older Excel, or none, says it has calculated.
        const bool on_load =
            !calculation || true_attribute(calculation->tag, "fullCalcOnLoad")
            || number_attribute(calculation->tag, "calcId").value_or(0) < current_calculation;
        if (!on_load && std::ranges::any_of(sheets_, &LintedSheet::lacks_values))
            context_.fault("W8", part, "Formulas lack their values and nothing is calculated on load");
        if (!context_.scope.all) return;
        std::uint32_t active = 0;
        if (const XmlElement* views = workbook.outline.find("bookViews"))
            for (const XmlElement& view : children(workbook.outline.text, *views))
                active = number_attribute(view.tag, "activeTab").value_or(0);
        if (active >= workbook.sheets.size() || !workbook.sheets[active].worksheet) return;
        const auto shown = std::ranges::find(sheets_, workbook.sheets[active].part, &LintedSheet::part);
        if (std::ranges::any_of(sheets_, &LintedSheet::selected) && shown != sheets_.end()
            && !shown->selected)
            context_.fault("W6", part, "Sheets are selected, and the one shown first is not among them");
    }

    LintContext context_;
    std::vector<LintedSheet> sheets_;
};

} // namespace

static std::vector<Fault> sorted(std::vector<Fault> faults) {
    std::ranges::sort(faults);
    faults.erase(std::ranges::unique(faults).begin(), faults.end());
    return faults;
}

std::vector<Fault> lint(Package& package) {
    return sorted(std::move(Linter(package, {}).run().faults));
}

// Of faults in sheets, the input is asked about those sheets alone; of others, about all that was touched.
static LintScope to_compare(const std::vector<Fault>& faults, const LintScope& scope) {
    const auto in_sheet = [](const Fault& fault) {
        return folded(fault.part).find("worksheets/sheet") != std::string::npos;
    };
    if (!std::ranges::all_of(faults, in_sheet)) return scope;
    LintScope narrow{.all = false, .touched = {}, .changed_rows_only = false};
    for (const Fault& fault : faults) narrow.touched.insert(fault.part);
    return narrow;
}

// Takes out what the input had already.
static std::expected<void, cells::Error> take_out_known(std::vector<Fault>& faults, const Package& package,
                                                        LintScope scope, const OriginOfPart& origin) {
    auto before = package.as_read();
    if (!before) return std::unexpected(std::move(before.error()));
    scope.changed_rows_only = false;
    if (origin)
        for (const std::string& part : std::set(scope.touched)) scope.touched.insert(origin(part));
    const std::vector<Fault> known = sorted(std::move(Linter(*before, std::move(scope)).run().faults));
    std::erase_if(faults, [&](const Fault& fault) {
        if (!origin) return std::ranges::binary_search(known, fault);
        return std::ranges::any_of(known, [&](const Fault& old) {
            return old.invariant == fault.invariant && old.part == origin(fault.part);
        });
    });
    return {};
}

std::expected<std::vector<Fault>, cells::Error> new_faults(Package& package, const OriginOfPart& origin) {
    LintScope scope{.all = false, .touched = {}, .changed_rows_only = true};
    for (std::string& part : package.touched()) scope.touched.insert(std::move(part));
    if (scope.touched.empty()) return std::vector<Fault>{};
    Linter linter(package, scope);
    LintContext& context = linter.run();
    std::vector<Fault> faults = sorted(std::exchange(context.faults, {}));
    if (!faults.empty()) { // seldom: only now is the input looked at
        auto done = take_out_known(faults, package, to_compare(faults, scope), origin);
        if (!done) return std::unexpected(std::move(done.error()));
    }
    lint_kept(context);
    std::ranges::move(context.faults, std::back_inserter(faults));
    return sorted(std::move(faults));
}

} // namespace xlsx
