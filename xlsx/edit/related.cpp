#include "xlsx/edit/related.h"

#include <algorithm>

namespace xlsx {

using cells::Error;

// The parts that relationships lead to for which `wanted` says yes.
template <typename Wanted>
static std::expected<std::vector<std::string>, Error> parts_where(Package& package, std::string_view source,
                                                                  Wanted wanted) {
    auto relationships = package.relationships(source);
    if (!relationships) return std::unexpected(std::move(relationships.error()));
    std::vector<std::string> parts;
    for (const Relationship& one : *relationships) {
        if (one.external || !wanted(one)) continue;
        std::string part = Package::resolve(source, one.target);
        if (package.has(part)) parts.push_back(std::move(part));
    }
    return parts;
}

static std::expected<std::string, Error> first_of(std::expected<std::vector<std::string>, Error> parts) {
    if (!parts) return std::unexpected(std::move(parts.error()));
    return parts->empty() ? std::string() : std::move(parts->front());
}

std::expected<std::vector<std::string>, Error> related_parts(Package& package, std::string_view source,
                                                             std::string_view kind) {
    return parts_where(package, source, [&](const Relationship& one) { return Package::type_is(one, kind); });
}

std::expected<std::string, Error> related_part(Package& package, std::string_view source,
                                               std::string_view kind) {
    return first_of(related_parts(package, source, kind));
}

std::expected<std::string, Error> part_of_id(Package& package, std::string_view source, std::string_view id) {
    return first_of(parts_where(package, source, [&](const Relationship& one) { return one.id == id; }));
}

std::expected<void, Error> unrelate_part(Package& package, std::string_view source, std::string_view part) {
    auto relationships = package.relationships(source);
    if (!relationships) return std::unexpected(std::move(relationships.error()));
    for (const Relationship& one : *relationships) {
        if (one.external || Package::resolve(source, one.target) != part) continue;
        if (auto done = package.unrelate(source, one.id); !done) return done;
    }
    return {};
}

std::string free_part_name(const Package& package, std::string_view stem, std::string_view extension) {
    for (unsigned number = 1;; ++number) {
        std::string name = std::string(stem) + std::to_string(number) + std::string(extension);
        if (!package.has(name)) return name;
    }
}

std::string folder_of(std::string_view part) {
    const auto slash = part.find_last_of("/\\");
    std::string folder(part.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
    std::ranges::replace(folder, '\\', '/');
    return folder;
}

std::string relative_target(std::string_view source, std::string_view part) {
    std::string up;
    std::string folder = folder_of(source);
    while (!part.starts_with(folder)) {
        up += "../";
        folder = folder_of(std::string_view(folder).substr(0, folder.size() - 1));
    }
    return up + std::string(part.substr(folder.size()));
}

} // namespace xlsx
