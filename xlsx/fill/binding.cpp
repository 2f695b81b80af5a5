#include "xlsx/fill/binding.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <compare>

namespace xlsx {

using cells::Decimal;
using cells::SlotScope;
using cells::SlotValue;

// Places of an average that does not come out even: more than any cell shows.
static constexpr int average_places = 12;

static std::strong_ordering compare_words(std::string_view a, std::string_view b) {
    using cells::lower;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (lower(a[i]) != lower(b[i]))
            return static_cast<unsigned char>(lower(a[i])) <=> static_cast<unsigned char>(lower(b[i]));
    return a.size() <=> b.size();
}

// "90", "-0.5" and "90%".
static std::optional<Decimal> literal_number(std::string_view text) {
    if (!text.ends_with('%')) return Decimal::parse(text);
    text.remove_suffix(1);
    const auto number = Decimal::parse(text);
    return number ? std::optional(Decimal::quotient(*number, Decimal(100), number->places() + 2))
                  : std::nullopt;
}

// How a value stands to what is written in a condition; nothing where the two cannot be compared. Words are
// only ever equal or not: "n/a" is not more than 5.
static std::optional<std::strong_ordering> stands_to(const SlotValue* value, const std::string& literal) {
    if (!value || std::holds_alternative<std::monostate>(value->value))
        return literal.empty() ? std::optional(std::strong_ordering::equal) : std::nullopt;
    if (const auto* text = std::get_if<std::string>(&value->value)) {
        const auto order = compare_words(*text, literal);
        return order == 0 ? std::optional(order) : std::nullopt;
    }
    if (const auto* date = std::get_if<cells::Date>(&value->value)) {
        const bool iso = literal.size() == 10 && literal[4] == '-' && literal[7] == '-';
        return iso ? std::optional(cells::to_iso(*date) <=> literal) : std::nullopt;
    }
    const auto number = literal_number(literal);
    return number ? std::optional(std::get<Decimal>(value->value) <=> *number) : std::nullopt;
}

static const SlotValue* found(const SlotScope* scope, std::string_view field) {
    if (!scope) return nullptr;
    const auto value = scope->fields.find(field);
    return value == scope->fields.end() ? nullptr : &value->second;
}

static const SlotValue* found(const BoundField& field, const SlotScope* own, const ScopeAt& scope_at) {
    if (field.own) return found(own, field.field);
    return found(field.fixed ? field.fixed : scope_at(field.block), field.field);
}

static bool holds_one(const BoundComparison& one, const SlotScope* own, const ScopeAt& scope_at) {
    using enum Comparison::Operator;
    const auto order = stands_to(found(one.field, own, scope_at), one.literal);
    if (!order) return one.compare == unequal;
    switch (one.compare) {
    case equal:
        return *order == 0;
    case unequal:
        return *order != 0;
    case less:
        return *order < 0;
    case at_most:
        return *order <= 0;
    case more:
        return *order > 0;
    case at_least:
        return *order >= 0;
    }
    return false;
}

bool holds(const std::vector<BoundComparison>& conditions, const SlotScope* own, const ScopeAt& scope_at) {
    return std::ranges::all_of(conditions,
                               [&](const BoundComparison& one) { return holds_one(one, own, scope_at); });
}

// Numbers, then dates, then words, then what has no value, whichever way round each of them is.
static std::strong_ordering compare_values(const SlotValue* a, const SlotValue* b, bool descending) {
    const auto rank = [](const SlotValue* value) -> std::size_t {
        if (!value || value->value.index() == 0) return 3;
        return std::holds_alternative<Decimal>(value->value)       ? 0
               : std::holds_alternative<cells::Date>(value->value) ? 1
                                                                   : 2;
    };
    if (rank(a) != rank(b) || rank(a) == 3) return rank(a) <=> rank(b);
    auto order = std::strong_ordering::equal;
    if (const auto* number = std::get_if<Decimal>(&a->value))
        order = *number <=> std::get<Decimal>(b->value);
    else if (const auto* date = std::get_if<cells::Date>(&a->value))
        order = *date <=> std::get<cells::Date>(b->value);
    else
        order = compare_words(std::get<std::string>(a->value), std::get<std::string>(b->value));
    return descending ? 0 <=> order : order;
}

std::vector<const SlotScope*> selected(const std::vector<SlotScope>& scopes, const Selection& selection,
                                       const ScopeAt& scope_at) {
    std::vector<const SlotScope*> chosen;
    for (const SlotScope& scope : scopes)
        if (holds(selection.conditions, &scope, scope_at)) chosen.push_back(&scope);
    std::ranges::stable_sort(chosen, [&](const SlotScope* a, const SlotScope* b) {
        for (const SortKey& key : selection.sort) {
            const auto order = compare_values(found(a, key.name), found(b, key.name), key.descending);
            if (order != 0) return order < 0;
        }
        return false;
    });
    return chosen;
}

static void gather(const SlotScope& scope, const std::vector<std::string>& path, std::size_t depth,
                   std::vector<const SlotScope*>& out) {
    if (depth == path.size()) {
        out.push_back(&scope);
        return;
    }
    const auto block = scope.blocks.find(path[depth]);
    if (block == scope.blocks.end()) return;
    for (const SlotScope& inner : block->second) gather(inner, path, depth + 1, out);
}

// The sum, mean, least or greatest of the numbers among the values, shown as they all are.
static SlotValue combined(Aggregate aggregate, const std::vector<const SlotValue*>& values) {
    SlotValue result;
    std::int64_t count = 0;
    for (const SlotValue* value : values) {
        const auto* number = std::get_if<Decimal>(&value->value);
        if (!number) continue;
        if (count++ == 0) {
            result = {*number, value->number_format, {}};
            continue;
        }
        auto& so_far = std::get<Decimal>(result.value);
        if (value->number_format != result.number_format) result.number_format.clear();
        if (aggregate == Aggregate::min)
            so_far = std::min(so_far, *number);
        else if (aggregate == Aggregate::max)
            so_far = std::max(so_far, *number);
        else
            so_far = so_far + *number;
    }
    if (aggregate == Aggregate::average && count != 0)
        result.value = Decimal::quotient(std::get<Decimal>(result.value), Decimal(count), average_places);
    if (aggregate == Aggregate::sum && count == 0) result.value = Decimal(0);
    return result;
}

static SlotValue value_of(const BoundAggregate& aggregate, const ScopeAt& scope_at) {
    std::vector<const SlotScope*> scopes;
    const SlotScope* start = aggregate.fixed ? aggregate.fixed : scope_at(aggregate.block);
    if (start) gather(*start, aggregate.path, 0, scopes);
    std::vector<const SlotValue*> values;
    std::int64_t count = 0;
    for (const SlotScope* scope : scopes) {
        if (!holds(aggregate.conditions, scope, scope_at)) continue;
        const SlotValue* value = found(scope, aggregate.field);
        if (value && value->value.index() != 0) values.push_back(value);
        ++count;
    }
    if (aggregate.aggregate != Aggregate::count) return combined(aggregate.aggregate, values);
    if (!aggregate.field.empty()) count = static_cast<std::int64_t>(values.size());
    return {Decimal(count), {}, {}};
}

std::optional<SlotValue> value_of(const Binding& binding, const ScopeAt& scope_at) {
    if (binding.aggregate) return value_of(*binding.aggregate, scope_at);
    const SlotValue* value = found(binding.field, nullptr, scope_at);
    return value ? std::optional(*value) : std::nullopt;
}

std::string words_of(const BoundField& field, const ScopeAt& scope_at) {
    const SlotValue* value = found(field, nullptr, scope_at);
    const auto* words = value ? std::get_if<std::string>(&value->value) : nullptr;
    return words ? *words : std::string();
}

} // namespace xlsx
