#include "xlsx/fill/slot_filler.h"

#include "xlsx/fill/number_text.h"

#include <algorithm>
#include <utility>

namespace xlsx {

static std::vector<std::size_t> blocks_around(const SheetPlan& plan, std::size_t block) {
    std::vector<std::size_t> around = {block};
    for (; block != 0; block = plan.rows[block].parent) around.push_back(plan.rows[block].parent);
    std::ranges::reverse(around);
    return around;
}

SlotFiller::SlotFiller(const SheetScope& sheet, const SheetPlan& plan, std::size_t block, ScopeAt scope_at,
                       FilledSlot note_as, FilledSlots& note)
    : plan_(plan), open_(blocks_around(plan, block)), binder_(sheet, plan_.blocks, open_),
      scope_at_(std::move(scope_at)), note_as_(std::move(note_as)), note_(note) {}

// The values of a text's slots; empty for a condition, which makes `holds` false where it does not hold.
std::expected<std::vector<std::string>, SlotFault> SlotFiller::values(const SlotText& text,
                                                                      bool& holds) const {
    if (!text.fault.empty())
        return std::unexpected(SlotFault{"The text has " + text.fault, "Write a slot as {{block.field}}"});
    std::vector<std::string> values;
    for (const SlotMark& mark : text.slots) {
        if (mark.slot.when && mark.slot.marker != '/') {
            const auto condition = binder_.opened(mark.slot);
            if (!condition) return std::unexpected(condition.error());
            const bool met = xlsx::holds(condition->selection.conditions, nullptr, scope_at_);
            holds = holds && met == (condition->kind == Block::Kind::when);
            values.emplace_back();
            continue;
        }
        if (mark.slot.marker != 0)
            return std::unexpected(
                SlotFault{"The marker " + mark.slot.title() + " stands where nothing repeats",
                          "Put it into a row of its own"});
        const auto bound = binder_.bind(mark.slot);
        if (!bound) return std::unexpected(bound.error());
        const auto value = value_of(*bound, scope_at_);
        if (!value)
            return std::unexpected(
                SlotFault{"The slot " + bound->slot + " has no value", "Give it one, if only an empty one"});
        values.push_back(shown_text(*value));
        FilledSlot line = note_as_;
        line.slot = text.written(mark);
        line.value = values.back();
        note_.push_back(std::move(line));
    }
    return values;
}

std::expected<std::vector<std::string>, SlotFault>
SlotFiller::fill(const std::vector<std::string>& runs) const {
    std::vector<TextRun> given;
    given.reserve(runs.size());
    for (const std::string& run : runs) given.push_back({{}, run});
    const SlotText text = slot_text_of(std::move(given));
    const auto condition = std::ranges::find_if(text.slots, [](const SlotMark& m) { return m.slot.when; });
    if (condition != text.slots.end())
        return std::unexpected(SlotFault{"The condition " + text.written(*condition) + " stands in a text",
                                         "Put it into the name of the picture or shape, or into a row of its "
                                         "own"});
    bool always = true;
    const auto found = values(text, always);
    if (!found) return std::unexpected(found.error());
    std::vector<std::string> filled;
    filled.reserve(runs.size());
    for (TextRun& run : filled_runs(text, *found)) filled.push_back(std::move(run.text));
    return filled;
}

std::expected<std::optional<std::string>, SlotFault> SlotFiller::fill_if(const std::string& text) const {
    const SlotText slots = plain_slot_text(text);
    bool holds = true;
    const auto found = values(slots, holds);
    if (!found) return std::unexpected(found.error());
    if (!holds) return std::nullopt;
    std::string filled = filled_runs(slots, *found).front().text;
    filled.erase(0, std::min(filled.find_first_not_of(' '), filled.size()));
    filled.erase(filled.find_last_not_of(' ') + 1);
    return filled;
}

} // namespace xlsx
