#pragma once
// All scopes that one block can have, anywhere in the slots: what a template may name inside the block. A
// block that is empty everywhere has none, and then any name must be let pass.

#include "engine/cells/slots.h"

#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

class Level {
public:
    Level() = default;
    explicit Level(const cells::SlotScope& root) : scopes_{&root} {}

    bool known() const { return !scopes_.empty(); }
    bool has_field(std::string_view field) const;
    bool has_block(std::string_view block) const;
    /// The level inside a block.
    Level inside(std::string_view block) const;
    /// The names of its fields and blocks, sorted, each once.
    std::vector<std::string> fields() const;
    std::vector<std::string> blocks() const;
    /// The names of the blocks that lead to the nearest block of a name, its own last: where it is not here,
    /// it may lie within another. A plural will do ("indicators"). Several ways where several are as near.
    std::vector<std::vector<std::string>> ways_to(std::string_view block) const;
    /// The scope, where there is exactly one.
    const cells::SlotScope* only() const { return scopes_.size() == 1 ? scopes_[0] : nullptr; }

private:
    std::vector<const cells::SlotScope*> scopes_;
};

} // namespace xlsx
