#include "engine/framework/tree.h"

namespace engine {

const TreeNode* TreeNode::find(std::string_view key) const {
    const TreeTable* members = table();
    if (!members) return nullptr;
    for (const auto& [name, node] : *members)
        if (name == key) return &node;
    return nullptr;
}

} // namespace engine
