#pragma once
// One filling of a template, step by step: read the markings, decide where rows go, write the sheets, let
// everything else follow. Each step needs the one before. fill.cpp tells the story.

#include "engine/cells/error.h"
#include "engine/cells/slots.h"
#include "xlsx/calc/recalculate.h"
#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/fill/cell_links.h"
#include "xlsx/fill/filled_slot.h"
#include "xlsx/fill/layered_formats.h"
#include "xlsx/fill/repeat_sheets.h"
#include "xlsx/fill/sheet_plan.h"
#include "xlsx/fill/sheet_rows.h"
#include "xlsx/fill/template_strings.h"
#include "xlsx/package/package.h"
#include "xlsx/rows/follow_all.h"
#include "xlsx/rows/movement.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace xlsx {

class FillRun {
public:
    using Done = std::expected<void, cells::Error>;

    /// `listing`: all slots are wanted afterwards, those in cells too.
    FillRun(Package& package, const cells::Slots& slots, bool listing)
        : package_(package), slots_(slots), listing_(listing) {}

    /// Sheets that repeat: from here on the workbook has them all.
    Done repeat_sheets();
    /// The workbook's sheets, their rows, and what the slots in them mean.
    Done read();
    /// Where rows go.
    Done place();
    /// The rows of every sheet, and what follows them; nothing is changed in the package yet.
    Done write();
    /// Changes the package: the sheets, then their formulas' values, then charts, which remember both.
    Done commit();
    /// All slots, with what they were filled with; after write().
    const FilledSlots& filled() const { return filled_slots_; }
    /// The part of the template that a part of the output was made from.
    const std::string& origin(const std::string& part) const;
    /// What became of formulas' values. Requires: committed.
    const ValuesReport& values() const { return recalculated_->report; }

private:
    struct Sheet {
        std::string_view text;
        std::optional<XmlOutline> outline;
        std::vector<const cells::SlotScope*> scopes; // by copy
        std::vector<CellLink> links;
        bool worksheet = false;
    };
    cells::Error fault_at(std::size_t sheet, const PlanFault& fault) const;
    cells::Error cannot_follow(std::size_t sheet, const Follower& follower, const std::string& why) const;
    cells::Error damaged_sheet(std::size_t sheet, const std::string& why) const;
    Done read_sheet(std::size_t index);
    Done keep_rows(const Movement& names);
    Done write_sheet(std::size_t index);
    FollowAll followers() const;
    Written written() const;
    Done correct_values();
    bool has_changed(const Formula& shown) const;
    Done follow_charts();
    Done add_links();
    Done finish_strings_and_styles();
    Done forget_calculation();

    Package& package_;
    const cells::Slots& slots_;
    bool listing_;
    RepeatedSheets repeated_;
    std::optional<PartEdits> edits_;
    std::optional<WorkbookPart> workbook_;
    std::vector<Sheet> sheets_; // as the workbook lists them, and so the next two
    std::vector<SheetRows> rows_;
    std::vector<SheetPlan> plans_;
    std::string strings_part_;
    TemplateStrings strings_;
    std::string styles_part_;
    std::optional<LayeredFormats> formats_;
    Movement movement_;
    FilledSlots filled_slots_;
    std::int64_t shared_references_ = 0;
    std::optional<Recalculated> recalculated_;
};

} // namespace xlsx
