#pragma once
// A folder of its own for a test case, gone at its end.

#include <filesystem>
#include <string>
#include <string_view>

namespace support {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path operator/(const std::filesystem::path& below) const { return path_ / below; }
    const std::filesystem::path& path() const { return path_; }
    /// Writes a file below the folder, with the folders above it.
    std::filesystem::path write(const std::filesystem::path& file, std::string_view bytes) const;
    /// All files below it, "a/b.xlsx", sorted.
    std::string files() const;

private:
    std::filesystem::path path_;
};

} // namespace support
