#pragma once
// Fills slots in texts that are no cells: headers, shapes, charts, the names of pictures. What they mean
// depends on where they stand: on a sheet, and within rows that repeat for a block.

#include "xlsx/fill/filled_slot.h"
#include "xlsx/fill/sheet_plan.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

class SlotFiller {
public:
    /// `block` of the plan is the innermost around the text, and has its scope there from `scope_at`. `note`
    /// gets a line for each slot; its sheet and place are given here. All must outlive this.
    SlotFiller(const SheetScope& sheet, const SheetPlan& plan, std::size_t block, ScopeAt scope_at,
               FilledSlot note_as, FilledSlots& note);

    SlotFiller(const SlotFiller&) = delete; // it refers to itself
    SlotFiller& operator=(const SlotFiller&) = delete;

    static bool any_slot(std::string_view text) { return text.find("{{") != std::string_view::npos; }
    /// The texts of runs that follow each other, as many as given: a slot may begin in one and end in
    /// another. The error is what is wrong with a slot.
    std::expected<std::vector<std::string>, SlotFault> fill(const std::vector<std::string>& runs) const;
    /// One text that may also hold {{#if ...}} and {{^if ...}}, which leave it. Nothing where a condition
    /// does not hold.
    std::expected<std::optional<std::string>, SlotFault> fill_if(const std::string& text) const;

private:
    std::expected<std::vector<std::string>, SlotFault> values(const SlotText& text, bool& holds) const;

    const SheetPlan& plan_;
    std::vector<std::size_t> open_;
    SlotBinder binder_;
    ScopeAt scope_at_;
    FilledSlot note_as_;
    FilledSlots& note_;
};

} // namespace xlsx
