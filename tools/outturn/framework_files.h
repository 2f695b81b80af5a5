#pragma once
// Where frameworks are on this machine, and one of them loaded.

#include "engine/cells/error.h"
#include "engine/framework/framework.h"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace outturn {

struct FrameworkFiles {
    engine::Framework framework;
    std::filesystem::path folder; ///< of framework.toml and its templates
    std::string sha256;           ///< of framework.toml
};

/// The folders that hold frameworks, first come first served: the one that OUTTURN_TEMPLATES names, then
/// templates/ or share/outturn/templates/ in a folder above the program.
std::vector<std::filesystem::path> template_folders();

/// The frameworks there are, by folder, sorted by name.
std::vector<std::filesystem::path> all_frameworks();

/// `name` is a framework's name, or a path to its folder or its framework.toml. Every fault of a framework
/// that does not compile is an Error of its own, with line and column.
std::expected<FrameworkFiles, std::vector<cells::Error>> load_framework(std::string_view name);

} // namespace outturn
