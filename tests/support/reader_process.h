#pragma once
// Runs the other readers of tests/readers as judges: programs in Debian's own Python that say what openpyxl
// or zipfile makes of a file.

#include <filesystem>
#include <string>
#include <string_view>

namespace support {

/// A folder of its own for a test's files; gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    /// Writes a file into it and says where.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

/// What tests/readers/<script> prints when it is given `input`. Ends the test case as skipped where the
/// script says that it lacks a library (exit status 77), and fails it for any other failure.
std::string run_reader(std::string_view script, std::string_view input);

} // namespace support
