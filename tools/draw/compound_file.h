#pragma once
// Writes a compound file (MS-CFB, version 3): folders of streams in one file, as Office kept everything
// before zip and keeps macros still. For small streams: each shorter than 4096 bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace draw {

class CompoundFile {
public:
    /// A stream in the root, or in a folder of it: "VBA/dir". Names are ASCII of at most 31 characters.
    /// Throws std::runtime_error for a longer one, and for a stream of 4096 bytes or more.
    void add(std::string_view path, std::string bytes);
    /// The file's bytes. The same streams give the same bytes: there is no time in it.
    std::string bytes() const;

private:
    struct Stream {
        std::string folder; ///< "" for the root
        std::string name;
        std::string bytes;
    };
    std::vector<Stream> streams_;
};

/// A number, least byte first, as these formats write them.
std::string little_endian(std::uint64_t value, std::size_t bytes);
/// ASCII as UTF-16.
std::string utf16(std::string_view ascii);

} // namespace draw
