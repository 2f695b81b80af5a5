#include "xlsx/package/text_encoding.h"
#include "xlsx/package/zip.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>

#include <libdeflate.h>

namespace xlsx {

namespace {

constexpr int deflate_level = 6;
constexpr std::uint16_t version_plain = 20;
constexpr std::uint16_t version_zip64 = 45;
constexpr std::uint16_t names_are_utf8 = 1U << 11; // APPNOTE, appendix D
constexpr std::uint64_t full32 = 0xFFFFFFFF;
constexpr std::uint64_t full16 = 0xFFFF;

void put(std::string& out, std::uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

bool wide(const ZipEntry& entry) {
    return entry.inflated_size >= full32 || entry.stored_size >= full32;
}

/// The extra field for what does not fit 32 bits: both sizes or neither, then the header's offset
/// (APPNOTE 4.5.3). Empty where all fits.
std::string zip64_field(const ZipEntry& entry, std::uint64_t header) {
    std::string numbers;
    if (wide(entry)) {
        put(numbers, entry.inflated_size, 8);
        put(numbers, entry.stored_size, 8);
    }
    if (header >= full32) put(numbers, header, 8);
    if (numbers.empty()) return numbers;
    std::string field;
    put(field, 1, 2);
    put(field, numbers.size(), 2);
    return field + numbers;
}

/// What local and central header share, from "version needed" to the extra field's length.
void put_common(std::string& out, const ZipEntry& entry, std::string_view extra) {
    put(out, extra.empty() ? version_plain : version_zip64, 2);
    put(out, entry.flags, 2);
    put(out, entry.method, 2);
    put(out, entry.dos_time, 4);
    put(out, entry.crc, 4);
    put(out, wide(entry) ? full32 : entry.stored_size, 4);
    put(out, wide(entry) ? full32 : entry.inflated_size, 4);
    put(out, entry.name.size(), 2);
    put(out, extra.size(), 2);
}

} // namespace

void ArchiveWriter::Free::operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
}

void ArchiveWriter::write(ZipEntry entry, std::string_view stored) {
    const std::uint64_t header = out_.size();
    const std::string extra = zip64_field(entry, 0);
    out_ += "PK\3\4";
    put_common(out_, entry, extra);
    out_ += entry.name;
    out_ += extra;
    out_ += stored;
    written_.push_back({std::move(entry), header});
}

void ArchiveWriter::copy(const Archive& from, const ZipEntry& entry) {
    ZipEntry copied = entry;
    copied.flags = static_cast<std::uint16_t>(copied.flags & ~zip_has_descriptor);
    write(std::move(copied), from.stored(entry));
}

void ArchiveWriter::add(std::string_view name, std::string_view content, std::uint32_t dos_time) {
    if (!compressor_) compressor_.reset(libdeflate_alloc_compressor(deflate_level));
    ZipEntry entry;
    entry.name = name;
    entry.dos_time = dos_time;
    entry.crc = libdeflate_crc32(0, content.data(), content.size());
    entry.inflated_size = content.size();
    const bool ascii = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && is_utf8(name)) entry.flags = names_are_utf8;

    std::string deflated;
    deflated.resize_and_overwrite(content.size(), [&](char* start, std::size_t size) {
        return libdeflate_deflate_compress(compressor_.get(), content.data(), content.size(), start, size);
    });
    entry.method = deflated.empty() ? zip_stored : zip_deflated;
    const std::string_view stored = deflated.empty() ? content : std::string_view(deflated);
    entry.stored_size = stored.size();
    write(std::move(entry), stored);
}

std::string ArchiveWriter::finish() && {
    const std::uint64_t directory = out_.size();
    for (const auto& [entry, header] : written_) {
        const std::string extra = zip64_field(entry, header);
        out_ += "PK\1\2";
        put(out_, extra.empty() ? version_plain : version_zip64, 2);
        put_common(out_, entry, extra);
        put(out_, 0, 2); // comment
        put(out_, 0, 2); // disk
        put(out_, 0, 2); // internal attributes
        put(out_, 0, 4); // external attributes
        put(out_, std::min(header, full32), 4);
        out_ += entry.name;
        out_ += extra;
    }
    const std::uint64_t size = out_.size() - directory;
    if (written_.size() >= full16 || directory >= full32 || size >= full32) {
        const std::uint64_t end = out_.size();
        out_ += "PK\6\6";
        put(out_, 44, 8); // of the record that follows
        put(out_, version_zip64, 2);
        put(out_, version_zip64, 2);
        put(out_, 0, 8); // disks
        put(out_, written_.size(), 8);
        put(out_, written_.size(), 8);
        put(out_, size, 8);
        put(out_, directory, 8);
        out_ += "PK\6\7";
        put(out_, 0, 4);
        put(out_, end, 8);
        put(out_, 1, 4);
    }
    out_ += zip_end_signature;
    put(out_, 0, 4); // disks
    put(out_, std::min<std::uint64_t>(written_.size(), full16), 2);
    put(out_, std::min<std::uint64_t>(written_.size(), full16), 2);
    put(out_, std::min(size, full32), 4);
    put(out_, std::min(directory, full32), 4);
    put(out_, 0, 2); // comment
    return std::move(out_);
}

} // namespace xlsx
