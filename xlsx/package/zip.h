#pragma once
// The zip container of a workbook (ECMA-376 part 2, annex B; PKWARE APPNOTE 6.3). Reads what real producers
// write and refuses what only an attacker would: overlapping or duplicate entries, names that climb, methods
// other than stored and deflated. Writes deterministically, and copies an untouched entry's compressed bytes
// as they are.

#include "engine/cells/error.h"
#include "xlsx/package/limits.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct libdeflate_compressor;

namespace xlsx {

struct ZipEntry {
    std::string name; ///< as spelt in the file
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t crc = 0;
    std::uint32_t dos_time = 0;
    std::uint64_t data_offset = 0; ///< of the stored bytes within the archive
    std::uint64_t stored_size = 0;
    std::uint64_t inflated_size = 0;
};

/// A zip file held in memory. Reading methods are const and thread-safe.
class Archive {
public:
    /// Takes the file's bytes. `name` is what messages call it.
    static std::expected<Archive, cells::Error> open(std::string bytes, std::string name,
                                                     const Limits& limits);

    const std::vector<ZipEntry>& entries() const { return entries_; }
    std::string_view stored(const ZipEntry& entry) const;
    /// The whole entry, inflated, its CRC checked.
    std::expected<std::string, cells::Error> inflate(const ZipEntry& entry) const;
    /// Inflates through a window of 64 KB; `take` may stop early by returning false. The CRC is checked at
    /// the end. With two threads a large entry is inflated in one while `take` works in the caller's.
    std::expected<void, cells::Error> stream(const ZipEntry& entry,
                                             const std::function<bool(std::string_view)>& take,
                                             unsigned threads = 1) const;
    const std::string& name() const { return name_; }
    /// The file as it was given.
    const std::string& bytes() const { return bytes_; }

private:
    Archive(std::string bytes, std::string name, std::vector<ZipEntry> entries)
        : bytes_(std::move(bytes)), name_(std::move(name)), entries_(std::move(entries)) {}

    std::string bytes_;
    std::string name_;
    std::vector<ZipEntry> entries_;
};

/// Builds a zip in memory. Same calls, same bytes: new entries carry the date 1 January 1980.
class ArchiveWriter {
public:
    /// The entry as it stands in `from`: compressed bytes, CRC, method, time; the descriptor flag cleared.
    void copy(const Archive& from, const ZipEntry& entry);
    /// Deflated by libdeflate at level 6, or stored where that is smaller.
    void add(std::string_view name, std::string_view content, std::uint32_t dos_time = 0x00210000);
    /// Writes the central directory and gives the whole file.
    std::string finish() &&;

private:
    struct Written {
        ZipEntry entry;
        std::uint64_t header_offset = 0;
    };
    struct Free {
        void operator()(libdeflate_compressor* compressor) const;
    };
    void write(ZipEntry entry, std::string_view stored);

    std::string out_;
    std::vector<Written> written_;
    std::unique_ptr<libdeflate_compressor, Free> compressor_; // made at the first add()
};

} // namespace xlsx
