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

// The block that a name means here, itself or its plural; empty for none.
static std::string block_meant(const Level& level, std::string_view name) {
    if (level.has_block(name)) return std::string(name);
    if (name.ends_with("ies")) {
        const std::string singular = std::string(name.substr(0, name.size() - 3)) + "y";
        if (level.has_block(singular)) return singular;
    }
    if (name.ends_with('s')) name.remove_suffix(1);
    return level.has_block(name) ? std::string(name) : std::string();
}

std::vector<std::vector<std::string>> Level::ways_to(std::string_view block) const {
    struct Way {
        Level level;
        std::vector<std::string> path;
    };
    std::vector<std::vector<std::string>> found;
    std::vector<Way> reached = {{*this, {}}};
    while (found.empty() && !reached.empty()) { // a level deeper each time
        std::vector<Way> deeper;
        for (const Way& way : reached) {
            if (const std::string meant = block_meant(way.level, block); !meant.empty()) {
                found.push_back(way.path);
                found.back().push_back(meant);
            }
            for (const std::string& inner : way.level.blocks()) {
                deeper.push_back({way.level.inside(inner), way.path});
                deeper.back().path.push_back(inner);
            }
        }
        reached = std::move(deeper);
    }
    return found;
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
