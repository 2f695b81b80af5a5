#include "tools/outturn/framework_files.h"

#include "engine/framework/compile.h"
#include "engine/framework/toml/from_toml.h"
#include "engine/layout/find_table.h"
#include "tools/files/fingerprint.h"
#include "tools/files/read_file.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace outturn {

using cells::Error;
namespace fs = std::filesystem;

static constexpr std::string_view file_name = "framework.toml";

std::vector<fs::path> template_folders() {
    std::vector<fs::path> folders;
    std::error_code ignored;
    const auto add = [&](const fs::path& folder) {
        if (fs::is_directory(folder, ignored)) folders.push_back(folder);
    };
    if (const char* named = std::getenv("OUTTURN_TEMPLATES"); named != nullptr && *named != '\0') add(named);
    for (fs::path above = fs::read_symlink("/proc/self/exe", ignored).parent_path();
         above.has_relative_path(); above = above.parent_path()) {
        add(above / "share" / "outturn" / "templates");
        add(above / "templates");
    }
    return folders;
}

std::vector<fs::path> all_frameworks() {
    std::vector<fs::path> found;
    std::error_code failure;
    for (const auto& folder : template_folders())
        for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
             entry.increment(failure))
            if (fs::exists(entry->path() / file_name, failure)
                && std::ranges::none_of(found, [&](const fs::path& other) {
                       return other.filename() == entry->path().filename();
                   }))
                found.push_back(entry->path());
    std::ranges::sort(found, {}, [](const fs::path& path) { return path.filename().string(); });
    return found;
}

static Error no_such_framework(std::string_view name) {
    std::vector<std::string> names;
    for (const auto& folder : all_frameworks()) names.push_back(folder.filename().string());
    Error error{Error::Kind::not_found, std::string(name), "There is no framework of this name", {}};
    if (names.empty()) {
        error.next = "Set OUTTURN_TEMPLATES to the folder that holds the frameworks, or give the framework's "
                     "own folder";
        return error;
    }
    if (const auto near = engine::nearest(name, names)) {
        error.next = "Did you mean " + names[*near] + "?";
        return error;
    }
    error.next = "There is ";
    for (std::size_t i = 0; i < names.size(); ++i) error.next += (i ? ", " : "") + names[i];
    return error;
}

/// The framework's file, or nothing where there is none of that name or at that path.
static std::optional<fs::path> find(std::string_view name) {
    std::error_code ignored;
    const fs::path path(name);
    if (fs::is_directory(path, ignored) && fs::exists(path / file_name, ignored)) return path / file_name;
    if (path.extension() == ".toml" && fs::exists(path, ignored)) return path;
    for (const auto& folder : all_frameworks())
        if (folder.filename() == path) return folder / file_name;
    return std::nullopt;
}

std::expected<FrameworkFiles, std::vector<Error>> load_framework(std::string_view name) {
    const auto file = find(name);
    if (!file) return std::unexpected(std::vector{no_such_framework(name)});
    const auto text = files::read_file(*file);
    if (!text) return std::unexpected(std::vector{text.error()});
    const auto tree = engine::from_toml(*text, file->string());
    if (!tree) return std::unexpected(tree.error());
    auto framework = engine::compile(*tree, file->string());
    if (!framework) return std::unexpected(std::move(framework).error());
    return FrameworkFiles{.framework = *std::move(framework),
                          .folder = file->has_parent_path() ? file->parent_path() : fs::path("."),
                          .sha256 = files::sha256(*text)};
}

} // namespace outturn
