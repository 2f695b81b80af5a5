#pragma once
// Reads a framework from TOML into the engine's neutral tree: keys in the file's order, each value with its
// line and column, dates as "2016-04-01". It does not know what a framework says; compile() does.

#include "engine/cells/error.h"
#include "engine/framework/tree.h"

#include <expected>
#include <string_view>
#include <vector>

namespace engine {

/// `file` is what messages call it: "framework.toml". Numbers with a decimal point are refused: TOML makes
/// doubles of them, and a threshold is exact.
std::expected<TreeNode, std::vector<cells::Error>> from_toml(std::string_view text, std::string_view file);

} // namespace engine
