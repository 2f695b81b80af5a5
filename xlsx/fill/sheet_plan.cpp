#include "xlsx/fill/sheet_plan.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace xlsx {

namespace {

class Planner {
public:
    Planner(SheetRows& sheet, const SheetScope& scope) : sheet_(sheet), binder_(scope, plan_.blocks, open_) {
        plan_ = plan_without_rows(scope);
        open_.push_back(0);
        opened_at_.emplace_back();
    }

    std::expected<SheetPlan, PlanFault> plan() {
        for (TemplateRow& row : sheet_.rows) {
            row_ = &row;
            if (!take_row()) return std::unexpected(std::move(fault_));
        }
        if (open_.size() > 1) {
            const Block& block = plan_.blocks[open_.back()];
            fail(opened_at_.back(), "The block " + block.marker() + " is not closed",
                 "Put " + block.close_marker() + " into a row of its own below it");
            return std::unexpected(std::move(fault_));
        }
        return std::move(plan_);
    }

private:
    using Slots = std::vector<std::pair<TemplateCell*, const SlotMark*>>;

    bool fail(cells::Address at, std::string what, std::string next) {
        fault_ = {at, std::move(what), std::move(next)};
        return false;
    }
    bool fail(const TemplateCell& cell, SlotFault fault) {
        return fail(at(cell), std::move(fault.what), std::move(fault.next));
    }
    cells::Address at(const TemplateCell& cell) const { return {row_->row, cell.column}; }

    bool take_row();
    bool take_marker(const TemplateCell& cell);
    bool open_block(const TemplateCell& cell, const SlotExpression& marker);
    bool close_block(const TemplateCell& cell, const SlotExpression& marker);
    bool repeat_row(const Slots& slots);
    std::size_t add_block(Block block, RowBlock rows);

    SheetRows& sheet_;
    TemplateRow* row_ = nullptr;
    SheetPlan plan_;
    std::vector<std::size_t> open_;         // the blocks around the row, outermost first
    std::vector<cells::Address> opened_at_; // their markers
    SlotBinder binder_;
    PlanFault fault_;
};

// Outside the names of sheets, which may repeat.
bool holds_slot(const Formula& formula) {
    return formula.text().contains("{{")
           && formula.rewritten([](std::string&, const Reference&) {}).contains("{{");
}

std::size_t Planner::add_block(Block block, RowBlock rows) {
    const std::size_t index = plan_.blocks.size();
    rows.parent = open_.back();
    plan_.rows[rows.parent].children.push_back(index);
    plan_.blocks.push_back(std::move(block));
    plan_.rows.push_back(std::move(rows));
    return index;
}

bool Planner::take_row() {
    Slots slots;
    TemplateCell* marked = nullptr;
    for (TemplateCell& cell : row_->cells) {
        if (cell.formula && holds_slot(cell.formula->formula))
            return fail(at(cell), "A slot stands inside a formula, where it cannot be filled",
                        "Put the slot into a cell of its own and refer to that cell");
        if (!cell.slots) continue;
        if (!cell.slots->fault.empty())
            return fail(at(cell), "The text has " + cell.slots->fault, "Write a slot as {{block.field}}");
        cell.binding = plan_.bindings.size() + slots.size();
        for (const SlotMark& mark : cell.slots->slots) {
            if (mark.slot.marker != 0)
                marked = &cell;
            else
                slots.emplace_back(&cell, &mark);
        }
    }
    if (marked) return take_marker(*marked);

    const std::size_t around = open_.size();
    if (!repeat_row(slots)) return false;
    for (const auto& [cell, mark] : slots) {
        auto bound = binder_.bind(mark->slot);
        if (!bound) return fail(*cell, std::move(bound.error()));
        plan_.bindings.push_back(std::move(*bound));
    }
    open_.resize(around);
    return true;
}

// A row that holds a marker holds nothing else: it does not appear in the output.
bool Planner::take_marker(const TemplateCell& cell) {
    const SlotExpression& marker =
        std::ranges::find_if(cell.slots->slots, [](const SlotMark& m) { return m.slot.marker != 0; })->slot;
    if (!cell.slots->whole())
        return fail(at(cell), "The marker " + marker.title() + " shares its cell with other text",
                    "Put the marker into a row of its own, which is left out of the output");
    for (const TemplateCell& other : row_->cells)
        if (&other != &cell && !other.blank)
            return fail(at(other),
                        "The row of the marker " + marker.title()
                            + " holds something else, which would be lost",
                        "Put the marker into a row of its own, which is left out of the output");
    return marker.marker == '/' ? close_block(cell, marker) : open_block(cell, marker);
}

bool Planner::open_block(const TemplateCell& cell, const SlotExpression& marker) {
    auto block = binder_.opened(marker);
    if (!block) return fail(cell, std::move(block.error()));
    open_.push_back(add_block(std::move(*block), {.first = row_->row, .marked = true, .children = {}}));
    opened_at_.push_back(at(cell));
    return true;
}

bool Planner::close_block(const TemplateCell& cell, const SlotExpression& marker) {
    const Block& block = plan_.blocks[open_.back()];
    const std::string name = marker.when ? "if" : marker.name;
    if (open_.size() == 1)
        return fail(at(cell), marker.title() + " closes no block",
                    "Put {{#" + name + "}} above the rows that repeat");
    if (block.name != name)
        return fail(at(cell), marker.title() + " stands where " + block.close_marker() + " must come first",
                    "Blocks may lie within each other but not overlap: close " + block.marker() + " first");
    plan_.rows[open_.back()].last = row_->row;
    open_.pop_back();
    opened_at_.pop_back();
    return true;
}

// Opens the blocks for which the row repeats: those of its slots that are neither open nor mere prefixes.
// Several are possible where one lies within the other: {{outcome.name}} | {{indicator.actual}}.
bool Planner::repeat_row(const Slots& slots) {
    for (;;) {
        std::optional<std::string> next;
        for (const auto& [cell, mark] : slots) {
            const auto dot = mark->slot.plain() ? mark->slot.name.find('.') : std::string::npos;
            if (dot == std::string::npos) continue;
            std::string name = mark->slot.name.substr(0, dot);
            if (binder_.open_named(name) || binder_.is_prefix(name)) continue;
            name = binder_.first_on_the_way_to(name);
            if (name.empty() || next == name) continue;
            if (!next) {
                next = name;
                continue;
            }
            const Level inside_next = binder_.owner_of(*next)->level.inside(*next);
            const Level inside_this = binder_.owner_of(name)->level.inside(name);
            if (inside_this.has_block(*next))
                next = name;
            else if (!inside_next.has_block(name) && inside_next.known() && inside_this.known())
                return fail(at(*cell),
                            "The row would repeat for '" + *next + "' and for '" + name
                                + "', which are apart",
                            "Use a row for each of them");
        }
        if (!next) return true;
        const SlotBinder::Owner owner = *binder_.owner_of(*next);
        open_.push_back(add_block({.name = *next,
                                   .owner = owner.block,
                                   .fixed = owner.fixed,
                                   .level = owner.level.inside(*next),
                                   .selection = {},
                                   .needed = {}},
                                  {.first = row_->row, .last = row_->row, .children = {}}));
    }
}

} // namespace

SheetPlan plan_without_rows(const SheetScope& scope) {
    SheetPlan plan;
    plan.blocks[0].name = scope.scopes.back().name;
    plan.blocks[0].level = Level(scope.innermost());
    return plan;
}

std::expected<SheetPlan, PlanFault> plan_sheet(SheetRows& sheet, const SheetScope& scope) {
    return Planner(sheet, scope).plan();
}

} // namespace xlsx
