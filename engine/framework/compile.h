#pragma once
// Compiles a framework: checks that the words are all there, that bands neither overlap nor leave gaps, that
// every status can be reached and every field is known. All faults at once, each with line and column.

#include "engine/cells/error.h"
#include "engine/framework/framework.h"
#include "engine/framework/tree.h"

#include <expected>
#include <string_view>
#include <vector>

namespace engine {

/// `file` is what messages call it: "framework.toml". Errors' `where` is "framework.toml:12:5".
std::expected<Framework, std::vector<cells::Error>> compile(const TreeNode& root, std::string_view file);

} // namespace engine
