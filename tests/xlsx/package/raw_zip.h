#pragma once
// Zip files byte by byte, as no honest writer makes them: each field can be told to lie.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace support {

struct RawEntry {
    std::string name = {};
    std::string content = {}; ///< stored as it is, unless `deflated` is given
    std::optional<std::string> deflated = {};
    std::uint16_t flags = 0;
    std::optional<std::uint16_t> method = {};
    std::optional<std::uint32_t> crc = {};
    std::optional<std::uint32_t> inflated_size = {};
    std::optional<std::uint32_t> stored_size = {};
    std::optional<std::string> local_name = {};
    std::optional<std::uint32_t> header_offset = {}; ///< where the directory says the entry is
    bool descriptor = false;                         ///< sizes behind the data, zeros in the local header
    std::string central_extra = {};
};

struct RawEnd {
    bool zip64 = false;
    std::string comment = {};
    std::optional<std::uint16_t> count = {};
    std::optional<std::uint32_t> directory_offset = {};
};

std::string raw_zip(const std::vector<RawEntry>& entries, const RawEnd& end = {});

/// `content` as a raw deflate stream.
std::string deflated(const std::string& content);
/// A number of so many bytes, the lowest first.
std::string bytes_of_number(std::uint64_t number, unsigned bytes);

} // namespace support
