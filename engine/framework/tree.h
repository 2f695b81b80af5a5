#pragma once
// A framework file as a neutral tree with positions, whatever it was written in. The compiler reads this; the
// adapter from TOML (toml/from_toml.h) makes it. Numbers keep their spelling: thresholds are never doubles.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

struct TreePosition {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

struct TreeNode;
struct TreeMember;
using TreeTable = std::vector<TreeMember>; ///< in the file's order
using TreeArray = std::vector<TreeNode>;

struct TreeNode {
    std::variant<std::monostate, std::string, std::int64_t, bool, TreeArray, TreeTable> value;
    TreePosition at;

    const TreeTable* table() const { return std::get_if<TreeTable>(&value); }
    const TreeArray* array() const { return std::get_if<TreeArray>(&value); }
    const std::string* text() const { return std::get_if<std::string>(&value); }
    /// A member of a table, or nullptr.
    const TreeNode* find(std::string_view key) const;
};

struct TreeMember {
    std::string key;
    TreeNode node;
};

} // namespace engine
