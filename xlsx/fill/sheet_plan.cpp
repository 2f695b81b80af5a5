#include "xlsx/fill/sheet_plan.h"

#include "xlsx/fill/nearest.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <set>
#include <utility>

namespace xlsx {

namespace {

std::string slot_of(std::string_view name) {
    return "{{" + std::string(name) + "}}";
}

class Planner {
public:
    Planner(SheetRows& sheet, const cells::SlotScope& root) : sheet_(sheet), root_(root) {
        plan_.blocks[0].level = Level(root);
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
            fail(opened_at_.back(), "The block " + marker(block) + " is not closed",
                 "Put " + slot_of("/" + block.name) + " into a row of its own below it");
            return std::unexpected(std::move(fault_));
        }
        return std::move(plan_);
    }

private:
    static std::string marker(const Block& block) { return slot_of((block.unless ? "^" : "#") + block.name); }

    bool fail(cells::Address at, std::string what, std::string next) {
        fault_ = {at, std::move(what), std::move(next)};
        return false;
    }
    cells::Address at(const TemplateCell& cell) const { return {row_->row, cell.column}; }
    bool inside_unknown() const {
        return std::ranges::any_of(
            open_, [&](std::size_t b) { return !plan_.blocks[b].unless && !plan_.blocks[b].level.known(); });
    }

    bool take_row();
    bool take_marker(const TemplateCell& cell);
    bool open_block(const TemplateCell& cell, const SlotMark& mark);
    bool close_block(const TemplateCell& cell, const SlotMark& mark);
    bool repeat_row(const std::vector<std::pair<TemplateCell*, const SlotMark*>>& slots);
    bool bind(const TemplateCell& cell, const SlotMark& mark);
    bool unknown(const TemplateCell& cell, std::string_view slot, bool block_only = false);
    std::optional<std::size_t> open_named(std::string_view name) const;
    std::optional<std::size_t> owner_of(std::string_view name) const;
    const cells::SlotScope* prefix_of(std::string_view name) const;
    std::size_t add_block(Block block, RowBlock rows);

    SheetRows& sheet_;
    const cells::SlotScope& root_;
    TemplateRow* row_ = nullptr;
    SheetPlan plan_;
    std::vector<std::size_t> open_;         // the blocks around the row, outermost first
    std::vector<cells::Address> opened_at_; // their markers
    PlanFault fault_;
};

// The innermost open block of a name that repeats.
std::optional<std::size_t> Planner::open_named(std::string_view name) const {
    for (const std::size_t block : open_ | std::views::reverse)
        if (!plan_.blocks[block].unless && plan_.blocks[block].name == name && block != 0) return block;
    return std::nullopt;
}

// The innermost open block whose scopes have a block of the name.
std::optional<std::size_t> Planner::owner_of(std::string_view name) const {
    for (const std::size_t block : open_ | std::views::reverse)
        if (!plan_.blocks[block].unless && plan_.blocks[block].level.has_block(name)) return block;
    return std::nullopt;
}

// The scope of a block of the root that has exactly one, so that its name is a mere prefix.
const cells::SlotScope* Planner::prefix_of(std::string_view name) const {
    return owner_of(name) == std::size_t{0} ? Level(root_).inside(name).only() : nullptr;
}

std::size_t Planner::add_block(Block block, RowBlock rows) {
    const std::size_t index = plan_.blocks.size();
    rows.parent = open_.back();
    plan_.rows[rows.parent].children.push_back(index);
    plan_.blocks.push_back(std::move(block));
    plan_.rows.push_back(std::move(rows));
    return index;
}

bool Planner::unknown(const TemplateCell& cell, std::string_view slot, bool block_only) {
    std::vector<std::string> known;
    const auto add_fields = [&](const std::string& block, const Level& level) {
        for (const std::string& field : level.fields())
            known.push_back(block.empty() ? field : std::string(block).append(".").append(field));
    };
    for (const std::size_t open : open_ | std::views::reverse) {
        const Block& block = plan_.blocks[open];
        if (block.unless) continue;
        if (!block_only) add_fields(block.name, block.level);
        for (const std::string& inner : block.level.blocks()) {
            if (block_only)
                known.push_back(inner);
            else
                add_fields(inner, block.level.inside(inner));
        }
    }
    const std::string meant = nearest(slot, known);
    return fail(
        at(cell), (block_only ? "There is no block " : "There is no value for the slot ") + slot_of(slot),
        meant.empty() ? "See the list of slots of this report" : "Did you mean " + slot_of(meant) + "?");
}

bool Planner::take_row() {
    std::vector<std::pair<TemplateCell*, const SlotMark*>> slots;
    TemplateCell* marked = nullptr;
    for (TemplateCell& cell : row_->cells) {
        if (cell.formula && cell.formula->formula.text().find("{{") != std::string::npos)
            return fail(at(cell), "A slot stands inside a formula, where it cannot be filled",
                        "Put the slot into a cell of its own and refer to that cell");
        if (!cell.slots) continue;
        if (!cell.slots->fault.empty())
            return fail(at(cell), "The text has " + cell.slots->fault, "Write a slot as {{block.field}}");
        cell.binding = plan_.bindings.size() + slots.size();
        for (const SlotMark& mark : cell.slots->slots) {
            if (mark.marker)
                marked = &cell;
            else
                slots.emplace_back(&cell, &mark);
        }
    }
    if (marked) return take_marker(*marked);

    const std::size_t around = open_.size();
    if (!repeat_row(slots)) return false;
    for (const auto& [cell, mark] : slots)
        if (!bind(*cell, *mark)) return false;
    open_.resize(around);
    return true;
}

// A row that holds a marker holds nothing else: it does not appear in the output.
bool Planner::take_marker(const TemplateCell& cell) {
    const SlotMark& mark =
        *std::ranges::find_if(cell.slots->slots, [](const SlotMark& m) { return m.marker != 0; });
    if (!cell.slots->whole())
        return fail(at(cell),
                    "The marker " + slot_of(mark.marker + mark.name) + " shares its cell with other text",
                    "Put the marker into a row of its own, which is left out of the output");
    for (const TemplateCell& other : row_->cells)
        if (&other != &cell && !other.blank)
            return fail(at(other),
                        "The row of the marker " + slot_of(mark.marker + mark.name)
                            + " holds something else, which would be lost",
                        "Put the marker into a row of its own, which is left out of the output");
    return mark.marker == '/' ? close_block(cell, mark) : open_block(cell, mark);
}

bool Planner::open_block(const TemplateCell& cell, const SlotMark& mark) {
    const auto owner = owner_of(mark.name);
    if (!owner && !inside_unknown()) return unknown(cell, mark.name, true);
    Block block{.name = mark.name,
                .unless = mark.marker == '^',
                .owner = owner.value_or(open_.back()),
                .level = {},
                .needed = {}};
    if (!block.unless && owner) block.level = plan_.blocks[*owner].level.inside(mark.name);
    const std::size_t index =
        add_block(std::move(block), {.first = row_->row, .marked = true, .children = {}});
    open_.push_back(index);
    opened_at_.push_back(at(cell));
    return true;
}

bool Planner::close_block(const TemplateCell& cell, const SlotMark& mark) {
    const Block& block = plan_.blocks[open_.back()];
    if (open_.size() == 1)
        return fail(at(cell), slot_of("/" + mark.name) + " closes no block",
                    "Put " + slot_of("#" + mark.name) + " above the rows that repeat");
    if (block.name != mark.name)
        return fail(at(cell),
                    slot_of("/" + mark.name) + " stands where " + slot_of("/" + block.name)
                        + " must come first",
                    "Blocks may lie within each other but not overlap: close " + marker(block) + " first");
    plan_.rows[open_.back()].last = row_->row;
    open_.pop_back();
    opened_at_.pop_back();
    return true;
}

// Opens the blocks for which the row repeats: those of its slots that are neither open nor mere prefixes.
// Several are possible where one lies within the other: {{outcome.name}} | {{indicator.actual}}.
bool Planner::repeat_row(const std::vector<std::pair<TemplateCell*, const SlotMark*>>& slots) {
    for (;;) {
        std::optional<std::string> next;
        for (const auto& [cell, mark] : slots) {
            const auto dot = mark->name.find('.');
            if (dot == std::string::npos) continue;
            const std::string name = mark->name.substr(0, dot);
            if (open_named(name) || prefix_of(name) || !owner_of(name) || next == name) continue;
            if (!next) {
                next = name;
                continue;
            }
            const Level inside_next = plan_.blocks[*owner_of(*next)].level.inside(*next);
            const Level inside_this = plan_.blocks[*owner_of(name)].level.inside(name);
            if (inside_this.has_block(*next))
                next = name;
            else if (!inside_next.has_block(name) && inside_next.known() && inside_this.known())
                return fail(at(*cell),
                            "The row would repeat for '" + *next + "' and for '" + name
                                + "', which are apart",
                            "Use a row for each of them");
        }
        if (!next) return true;
        const std::size_t owner = *owner_of(*next);
        Level level = plan_.blocks[owner].level.inside(*next);
        open_.push_back(add_block({.name = *next, .owner = owner, .level = std::move(level), .needed = {}},
                                  {.first = row_->row, .last = row_->row, .children = {}}));
    }
}

bool Planner::bind(const TemplateCell& cell, const SlotMark& mark) {
    Binding binding{.field = mark.name, .slot = mark.name};
    const auto dot = mark.name.find('.');
    if (dot == std::string::npos) { // a field of any scope around it
        for (const std::size_t block : open_ | std::views::reverse) {
            binding.block = block;
            if (!plan_.blocks[block].unless && plan_.blocks[block].level.has_field(mark.name)) break;
        }
        if (!plan_.blocks[binding.block].level.has_field(mark.name) && !inside_unknown())
            return unknown(cell, mark.name);
    } else {
        const std::string block = mark.name.substr(0, dot);
        binding.field = mark.name.substr(dot + 1);
        if (const auto open = open_named(block)) {
            binding.block = *open;
            const Level& level = plan_.blocks[*open].level;
            if (level.known() && !level.has_field(binding.field)) return unknown(cell, mark.name);
        } else if (const cells::SlotScope* scope = prefix_of(block)) {
            binding.prefix = scope;
            if (!scope->fields.contains(binding.field)) return unknown(cell, mark.name);
        } else if (!inside_unknown()) {
            return unknown(cell, mark.name);
        }
    }
    plan_.bindings.push_back(std::move(binding));
    return true;
}

} // namespace

std::expected<SheetPlan, PlanFault> plan_sheet(SheetRows& sheet, const cells::SlotScope& root) {
    return Planner(sheet, root).plan();
}

} // namespace xlsx
