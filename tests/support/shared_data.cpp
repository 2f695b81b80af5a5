#include "tests/support/shared_data.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace support {

std::optional<std::filesystem::path> shared(std::string_view path) {
    const char* named = std::getenv("OUTTURN_SHARED");
    const std::filesystem::path root =
        named ? std::filesystem::path(named) : std::filesystem::path(OUTTURN_SOURCE_DIR) / ".." / "shared";
    std::error_code ignored;
    auto found = root / path;
    if (!std::filesystem::exists(found, ignored)) return std::nullopt;
    return found.lexically_normal();
}

std::filesystem::path need_shared(std::string_view path) {
    auto found = shared(path);
    if (!found) SKIP("skipped: no shared data");
    return *found;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace support
