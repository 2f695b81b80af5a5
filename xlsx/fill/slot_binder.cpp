#include "xlsx/fill/slot_binder.h"

#include "xlsx/fill/nearest.h"

#include <algorithm>
#include <ranges>

namespace xlsx {

using cells::SlotScope;

static std::string in_braces(std::string_view name) {
    return "{{" + std::string(name) + "}}";
}

std::string Block::marker() const {
    const bool negated = kind == Kind::unless || kind == Kind::when_not;
    return in_braces((negated ? "^" : "#") + name);
}

std::string Block::close_marker() const {
    return in_braces("/" + name);
}

bool SlotBinder::inside_unknown() const {
    return std::ranges::any_of(
        open_, [&](std::size_t b) { return blocks_[b].repeats() && !blocks_[b].level.known(); });
}

std::optional<std::size_t> SlotBinder::open_named(std::string_view name) const {
    for (const std::size_t block : open_ | std::views::reverse)
        if (blocks_[block].repeats() && blocks_[block].name == name) return block;
    return std::nullopt;
}

// All scopes around, from the innermost.
std::vector<SlotBinder::Owner> SlotBinder::owners() const {
    std::vector<Owner> all;
    for (const std::size_t block : open_ | std::views::reverse)
        if (blocks_[block].repeats()) all.push_back({block, nullptr, blocks_[block].level});
    for (const SheetScope::Around& around : sheet_.scopes | std::views::reverse | std::views::drop(1))
        all.push_back({0, around.scope, Level(*around.scope)});
    return all;
}

std::optional<SlotBinder::Owner> SlotBinder::owner_of(std::string_view name) const {
    for (Owner& owner : owners())
        if (owner.level.has_block(name)) return std::move(owner);
    return std::nullopt;
}

std::string SlotBinder::first_on_the_way_to(std::string_view name) const {
    if (owner_of(name)) return std::string(name);
    for (const Owner& owner : owners()) {
        const auto ways = owner.level.ways_to(name);
        if (ways.size() == 1 && ways.front().back() == name) return ways.front().front();
        if (!ways.empty()) break;
    }
    return {};
}

const SlotScope* SlotBinder::prefix_of(std::string_view name) const {
    for (const SheetScope::Around& around : sheet_.scopes | std::views::reverse | std::views::drop(1))
        if (!name.empty() && around.name == name) return around.scope;
    const auto owner = owner_of(name);
    const SlotScope* root = sheet_.scopes.front().scope;
    const bool of_root = owner && (owner->fixed ? owner->fixed : &sheet_.innermost()) == root;
    return of_root && owner->block == 0 ? Level(*root).inside(name).only() : nullptr;
}

static std::string did_you_mean(const std::string& meant) {
    return meant.empty() ? "See the list of slots of this report" : "Did you mean " + in_braces(meant) + "?";
}

SlotFault SlotBinder::unknown(std::string_view slot) const {
    std::vector<std::string> known;
    const auto add_fields = [&](const std::string& block, const Level& level) {
        for (const std::string& field : level.fields())
            known.push_back(block.empty() ? field : std::string(block).append(".").append(field));
    };
    const auto name_of = [&](const Owner& owner) -> std::string {
        if (!owner.fixed) return blocks_[owner.block].name;
        return std::ranges::find(sheet_.scopes, owner.fixed, &SheetScope::Around::scope)->name;
    };
    for (const Owner& owner : owners()) {
        add_fields(name_of(owner), owner.level);
        for (const std::string& inner : owner.level.blocks()) add_fields(inner, owner.level.inside(inner));
    }
    const std::string meant = nearest(slot, known);
    if (meant != slot) return {"There is no value for the slot " + in_braces(slot), did_you_mean(meant)};
    const std::string block(slot.substr(0, slot.find('.')));
    return {"The slot " + in_braces(slot) + " has several values here, one for each '" + block + "'",
            "Put it between {{#" + block + "}} and {{/" + block + "}}"};
}

static void add_blocks(const Level& level, bool deeper, std::vector<std::string>& names) {
    for (const std::string& block : level.blocks()) {
        names.push_back(block);
        if (deeper) add_blocks(level.inside(block), true, names);
    }
}

SlotFault SlotBinder::unknown_block(std::string_view name, bool deeper) const {
    const std::string around = first_on_the_way_to(name);
    if (!deeper && !around.empty())
        return {"The block " + in_braces(name) + " lies within '" + around + "'",
                "Put {{#" + around + "}} and {{/" + around + "}} around it"};
    std::vector<std::string> known;
    for (const Owner& owner : owners()) add_blocks(owner.level, deeper, known);
    return {"There is no block " + in_braces(name), did_you_mean(nearest(name, known))};
}

static SlotFault no_field(const std::string& block, std::string_view field, const Level& level) {
    const std::string meant = nearest(field, level.fields());
    return {"'" + block + "' has no field '" + std::string(field) + "'",
            meant.empty() ? "See the list of slots of this report" : "Did you mean '" + meant + "'?"};
}

std::expected<BoundField, SlotFault> SlotBinder::field(std::string_view name) const {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) { // of any scope around it
        for (const Owner& owner : owners())
            if (owner.level.has_field(name))
                return BoundField{.fixed = owner.fixed, .block = owner.block, .field = std::string(name)};
        if (!inside_unknown()) return std::unexpected(unknown(name));
        return BoundField{.block = open_.back(), .field = std::string(name)};
    }
    const std::string_view block = name.substr(0, dot);
    BoundField bound{.field = std::string(name.substr(dot + 1))};
    if (const auto open = open_named(block)) {
        bound.block = *open;
        const Level& level = blocks_[*open].level;
        if (level.known() && !level.has_field(bound.field)) return std::unexpected(unknown(name));
    } else if (const SlotScope* scope = prefix_of(block)) {
        bound.fixed = scope;
        if (!scope->fields.contains(bound.field)) return std::unexpected(unknown(name));
    } else if (!inside_unknown()) {
        return std::unexpected(unknown(name));
    }
    return bound;
}

// A field in a condition: of the scopes that are chosen from, with or without their block's name, else of
// those around.
std::expected<BoundField, SlotFault> SlotBinder::own_field(std::string_view name, const std::string& block,
                                                           const Level& level) const {
    const bool prefixed = !block.empty() && name.starts_with(block + ".");
    const std::string_view own = prefixed ? name.substr(block.size() + 1) : name;
    if (!block.empty() && (level.has_field(own) || !level.known()))
        return BoundField{.own = true, .field = std::string(own)};
    if (auto around = field(name); around || block.empty()) return around;
    return std::unexpected(no_field(block, own, level));
}

SlotBinder::Conditions SlotBinder::conditions(const SlotExpression& slot, const std::string& block,
                                              const Level& level) const {
    std::vector<BoundComparison> bound;
    bound.reserve(slot.conditions.size());
    for (const Comparison& one : slot.conditions) {
        auto name = own_field(one.name, block, level);
        if (!name) return std::unexpected(std::move(name.error()));
        bound.push_back({std::move(*name), one.compare, one.literal});
    }
    return bound;
}

static std::vector<std::string> names_in(std::string_view path) {
    std::vector<std::string> names;
    for (const auto name : path | std::views::split('.')) names.emplace_back(name.begin(), name.end());
    return names;
}

// "indicators", "outcome.indicators", "indicator.actual", "outcome.indicator.actual".
std::expected<BoundAggregate, SlotFault> SlotBinder::aggregate(const SlotExpression& slot) const {
    BoundAggregate bound{
        .aggregate = slot.aggregate, .block = open_.back(), .path = {}, .field = {}, .conditions = {}};
    std::vector<std::string> names = names_in(slot.name);
    Level level;
    bool found = false;
    for (const Owner& owner : owners()) {
        const auto ways = owner.level.ways_to(names.front());
        if (ways.empty()) continue;
        if (ways.size() > 1)
            return std::unexpected(
                SlotFault{"'" + names.front() + "' could be in '" + ways[0].front() + "' or in '"
                              + ways[1].front() + "'",
                          "Name it: {{count " + ways[0].front() + "." + names.front() + "}}"});
        bound.fixed = owner.fixed;
        bound.block = owner.block;
        level = owner.level;
        for (const std::string& name : ways.front()) level = level.inside(name);
        bound.path = ways.front();
        found = true;
        break;
    }
    if (!found) {
        if (inside_unknown()) return bound;
        return std::unexpected(unknown_block(names.front(), true));
    }
    for (std::size_t i = 1; i < names.size(); ++i) {
        const auto ways = level.ways_to(names[i]);
        const bool inner = !ways.empty() && ways.front().size() == 1;
        if (inner) {
            bound.path.push_back(ways.front().front());
            level = level.inside(bound.path.back());
        } else if (i + 1 == names.size() && (level.has_field(names[i]) || !level.known())) {
            bound.field = names[i];
        } else {
            return std::unexpected(no_field(bound.path.back(), names[i], level));
        }
    }
    if (bound.aggregate != Aggregate::count && bound.field.empty())
        return std::unexpected(SlotFault{slot.title() + " does not say which field",
                                         "Name one: {{sum " + bound.path.back() + ".actual}}"});
    auto where = conditions(slot, bound.path.back(), level);
    if (!where) return std::unexpected(std::move(where.error()));
    bound.conditions = std::move(*where);
    return bound;
}

std::expected<Binding, SlotFault> SlotBinder::bind(const SlotExpression& slot) const {
    Binding binding{.field = {}, .aggregate = {}, .link = {}, .slot = slot.title()};
    if (slot.aggregate == Aggregate::none) {
        auto bound = field(slot.name);
        if (!bound) return std::unexpected(std::move(bound.error()));
        binding.field = std::move(*bound);
        binding.to_sheet = slot.link == "sheet";
        if (!slot.link.empty() && !binding.to_sheet) {
            bound = field(slot.link);
            if (!bound) return std::unexpected(std::move(bound.error()));
            binding.link = std::move(*bound);
        }
    } else {
        auto bound = aggregate(slot);
        if (!bound) return std::unexpected(std::move(bound.error()));
        binding.aggregate = std::move(*bound);
    }
    return binding;
}

std::expected<Block, SlotFault> SlotBinder::opened(const SlotExpression& marker) const {
    const bool negated = marker.marker == '^';
    Block block{.name = marker.name, .level = {}, .selection = {}, .needed = {}};
    if (marker.when) {
        block.name = "if";
        block.kind = negated ? Block::Kind::when_not : Block::Kind::when;
    } else {
        block.kind = negated ? Block::Kind::unless : Block::Kind::each;
        auto owner = owner_of(marker.name);
        if (!owner && !inside_unknown()) return std::unexpected(unknown_block(marker.name, false));
        if (owner) {
            block.owner = owner->block;
            block.fixed = owner->fixed;
            block.level = owner->level.inside(marker.name);
        } else {
            block.owner = open_.back();
        }
    }
    auto where = conditions(marker, marker.name, block.level);
    if (!where) return std::unexpected(std::move(where.error()));
    block.selection.conditions = std::move(*where);
    for (const SortKey& key : marker.sort) {
        auto name = own_field(key.name, marker.name, block.level);
        if (!name) return std::unexpected(std::move(name.error()));
        if (!name->own)
            return std::unexpected(SlotFault{block.marker() + " cannot be sorted by '" + key.name
                                                 + "', which is no field of its own",
                                             "Sort it by a field of '" + block.name + "'"});
        block.selection.sort.push_back({std::move(name->field), key.descending});
    }
    return block;
}

} // namespace xlsx
