#include "xlsx/fill/level.h"

#include <algorithm>
#include <set>

namespace xlsx {

bool Level::has_field(std::string_view field) const {
    return std::ranges::any_of(scopes_, [&](const auto* scope) { return scope->fields.contains(field); });
}

bool Level::has_block(std::string_view block) const {
    return std::ranges::any_of(scopes_, [&](const auto* scope) { return scope->blocks.contains(block); });
}

Level Level::inside(std::string_view block) const {
    Level level;
    for (const cells::SlotScope* scope : scopes_) {
        const auto found = scope->blocks.find(block);
        if (found == scope->blocks.end()) continue;
        for (const cells::SlotScope& inner : found->second) level.scopes_.push_back(&inner);
    }
    return level;
}

std::vector<std::string> Level::fields() const {
    std::set<std::string> names;
    for (const cells::SlotScope* scope : scopes_)
        for (const auto& [name, value] : scope->fields) names.insert(name);
    return {names.begin(), names.end()};
}

std::vector<std::string> Level::blocks() const {
    std::set<std::string> names;
    for (const cells::SlotScope* scope : scopes_)
        for (const auto& [name, scopes] : scope->blocks) names.insert(name);
    return {names.begin(), names.end()};
}

} // namespace xlsx
