#include "xlsx/package/zip_directory.h"

#include "engine/cells/ascii.h"
#include "xlsx/package/text_encoding.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace xlsx {

using cells::Error;

namespace {

constexpr std::size_t end_record_size = 22;
constexpr std::size_t zip64_locator_size = 20;
constexpr std::size_t zip64_end_record_size = 56;
constexpr std::size_t central_header_size = 46;
constexpr std::size_t local_header_size = 30;
constexpr std::size_t longest_field = 1024; // of a name, extra field or comment in the directory
constexpr std::uint16_t zip64_extra = 0x0001;
constexpr std::uint16_t encrypted_flags = 1U | (1U << 6) | (1U << 13);
constexpr std::uint64_t ratio_matters_above = 1ULL << 20;

/// Little-endian numbers of a file. Requires of all reads: the caller has checked has().
class Bytes {
public:
    explicit Bytes(std::string_view all) : all_(all) {}
    bool has(std::uint64_t at, std::uint64_t length) const {
        return at <= all_.size() && length <= all_.size() - at;
    }
    std::uint16_t u16(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u32(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
    std::string_view text(std::uint64_t at, std::uint64_t length) const { return all_.substr(at, length); }
    std::size_t size() const { return all_.size(); }

private:
    std::uint64_t number(std::uint64_t at, unsigned count) const {
        std::uint64_t value = 0;
        for (unsigned i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(all_[at + i]);
        return value;
    }
    std::string_view all_;
};

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t count = 0;
};

/// Where an entry lies in the file, from its local header to the end of its data.
struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

class Reader {
public:
    Reader(std::string_view bytes, const std::string& name, const Limits& limits)
        : bytes_(bytes), name_(name), limits_(limits) {}

    std::expected<std::vector<ZipEntry>, Error> read();

private:
    std::unexpected<Error> damaged(std::string what) const {
        return std::unexpected(Error{Error::Kind::damaged, name_, std::move(what),
                                     "Open the file in Excel, let Excel repair it, and save it again"});
    }
    std::unexpected<Error> too_large(std::string what) const {
        return std::unexpected(Error{Error::Kind::too_large, name_, std::move(what),
                                     "Send a smaller workbook, or raise the limit if this one is trusted"});
    }

    std::optional<std::uint64_t> find_end_record() const;
    std::expected<Directory, Error> find_directory() const;
    std::expected<ZipEntry, Error> read_entry(std::uint64_t& at, std::uint64_t end);
    std::expected<void, Error> widen(ZipEntry& entry, std::uint64_t& header, std::string_view extra) const;
    std::expected<void, Error> check_name(const std::string& entry_name);
    std::expected<void, Error> check_size(const ZipEntry& entry);
    std::expected<void, Error> locate(ZipEntry& entry, std::uint64_t header);
    std::expected<void, Error> check_overlap();

    Bytes bytes_;
    const std::string& name_;
    const Limits& limits_;
    Directory directory_;
    std::unordered_set<std::string> seen_;
    std::vector<Extent> extents_;
    std::uint64_t total_ = 0;
};

/// The record stands at the file's end, before a comment of at most 64 KB.
std::optional<std::uint64_t> Reader::find_end_record() const {
    if (bytes_.size() < end_record_size) return std::nullopt;
    const std::uint64_t last = bytes_.size() - end_record_size;
    const std::uint64_t first = last > 0xFFFF ? last - 0xFFFF : 0;
    for (std::uint64_t at = last + 1; at-- > first;) {
        if (bytes_.text(at, 4) == zip_end_signature && bytes_.has(at + end_record_size, bytes_.u16(at + 20)))
            return at;
    }
    return std::nullopt;
}

std::expected<Directory, Error> Reader::find_directory() const {
    const auto end = find_end_record();
    if (!end) {
        return std::unexpected(Error{Error::Kind::not_a_workbook, name_,
                                     "The file is cut short: the end of the workbook is missing",
                                     "Copy or download it again, or ask for it to be sent again"});
    }
    Directory found{bytes_.u32(*end + 16), bytes_.u32(*end + 12), bytes_.u16(*end + 10)};
    const bool zip64 = found.offset == 0xFFFFFFFF || found.size == 0xFFFFFFFF || found.count == 0xFFFF;
    if (zip64 && *end >= zip64_locator_size && bytes_.text(*end - zip64_locator_size, 4) == "PK\6\7") {
        const auto at = bytes_.u64(*end - zip64_locator_size + 8);
        if (!bytes_.has(at, zip64_end_record_size) || bytes_.text(at, 4) != "PK\6\6")
            return damaged("The end of the zip file's list of entries is damaged");
        found = {bytes_.u64(at + 48), bytes_.u64(at + 40), bytes_.u64(at + 32)};
    }
    if (!bytes_.has(found.offset, found.size) || found.offset + found.size > *end)
        return damaged("The zip file's list of entries lies outside the file");
    if (found.count > limits_.entries) {
        return too_large("The workbook has " + std::to_string(found.count) + " entries, more than "
                         + std::to_string(limits_.entries));
    }
    return found;
}

/// Sizes and offset that do not fit 32 bits stand in an extra field, only those and in this order
/// (APPNOTE 4.5.3).
std::expected<void, Error> Reader::widen(ZipEntry& entry, std::uint64_t& header,
                                         std::string_view extra) const {
    const Bytes fields(extra);
    for (std::uint64_t at = 0; fields.has(at, 4);) {
        const std::uint64_t length = fields.u16(at + 2);
        const bool wanted = fields.u16(at) == zip64_extra;
        at += 4;
        if (wanted && fields.has(at, length)) {
            const std::uint64_t end = at + length;
            for (std::uint64_t* value : {&entry.inflated_size, &entry.stored_size, &header}) {
                if (*value != 0xFFFFFFFF) continue;
                if (end - at < 8)
                    return damaged("The sizes of entry '" + quotable(entry.name) + "' are damaged");
                *value = fields.u64(at);
                at += 8;
            }
            return {};
        }
        at += length;
    }
    return {};
}

std::expected<void, Error> Reader::check_name(const std::string& entry_name) {
    const std::string plain = folded(entry_name);
    bool climbs = plain.empty() || plain.front() == '/' || plain.find('\0') != std::string::npos
                  || (plain.size() > 1 && plain[1] == ':');
    for (std::size_t at = 0; !climbs && at < plain.size();) {
        const std::size_t slash = std::min(plain.find('/', at), plain.size());
        climbs = std::string_view(plain).substr(at, slash - at) == "..";
        at = slash + 1;
    }
    if (climbs) return damaged("An entry's name points outside the workbook");
    if (!seen_.insert(plain).second)
        return damaged("There are two entries named '" + quotable(entry_name)
                       + "', and readers differ on which counts");
    return {};
}

std::expected<void, Error> Reader::check_size(const ZipEntry& entry) {
    if (entry.method == zip_stored && entry.stored_size != entry.inflated_size)
        return damaged("The sizes of entry '" + quotable(entry.name) + "' contradict each other");
    total_ += std::min(entry.inflated_size, limits_.total_bytes + 1);
    if (entry.inflated_size > limits_.part_bytes) {
        return too_large("Entry '" + quotable(entry.name) + "' is larger than "
                         + std::to_string(limits_.part_bytes) + " bytes");
    }
    if (total_ > limits_.total_bytes)
        return too_large("The workbook inflates to more than " + std::to_string(limits_.total_bytes)
                         + " bytes");
    if (entry.inflated_size > ratio_matters_above
        && entry.inflated_size / limits_.ratio > entry.stored_size) {
        return too_large("Entry '" + quotable(entry.name) + "' inflates to more than "
                         + std::to_string(limits_.ratio) + " times its size");
    }
    return {};
}

/// The local header must tell the same story: readers that go by it would otherwise read another file.
std::expected<void, Error> Reader::locate(ZipEntry& entry, std::uint64_t header) {
    if (!bytes_.has(header, local_header_size) || bytes_.text(header, 4) != "PK\3\4")
        return damaged("Entry '" + quotable(entry.name) + "' is not where the zip file's list says");
    const std::uint64_t name_length = bytes_.u16(header + 26);
    entry.data_offset = header + local_header_size + name_length + bytes_.u16(header + 28);
    if (!bytes_.has(entry.data_offset, entry.stored_size)
        || entry.data_offset + entry.stored_size > directory_.offset)
        return damaged("Entry '" + quotable(entry.name) + "' runs past its place in the file");
    if (folded(bytes_.text(header + local_header_size, name_length)) != folded(entry.name)
        || bytes_.u16(header + 8) != entry.method)
        return damaged("Entry '" + quotable(entry.name)
                       + "' is called or packed differently in its own header");
    extents_.push_back({header, entry.data_offset + entry.stored_size});
    return {};
}

std::expected<ZipEntry, Error> Reader::read_entry(std::uint64_t& at, std::uint64_t end) {
    if (end - at < central_header_size || bytes_.text(at, 4) != "PK\1\2")
        return damaged("The zip file's list of entries is damaged");
    const std::uint64_t name_length = bytes_.u16(at + 28);
    const std::uint64_t extra_length = bytes_.u16(at + 30);
    const std::uint64_t comment_length = bytes_.u16(at + 32);
    const std::uint64_t length = central_header_size + name_length + extra_length + comment_length;
    if (std::max({name_length, extra_length, comment_length}) > longest_field || end - at < length)
        return damaged("The zip file's list of entries is damaged");

    ZipEntry entry;
    entry.name = bytes_.text(at + central_header_size, name_length);
    entry.flags = bytes_.u16(at + 8);
    entry.method = bytes_.u16(at + 10);
    entry.dos_time = bytes_.u32(at + 12);
    entry.crc = bytes_.u32(at + 16);
    entry.stored_size = bytes_.u32(at + 20);
    entry.inflated_size = bytes_.u32(at + 24);
    std::uint64_t header = bytes_.u32(at + 42);
    const auto extra = bytes_.text(at + central_header_size + name_length, extra_length);
    at += length;

    if (auto ok = check_name(entry.name); !ok) return std::unexpected(ok.error());
    if (auto ok = widen(entry, header, extra); !ok) return std::unexpected(ok.error());
    if ((entry.flags & encrypted_flags) != 0) {
        return std::unexpected(Error{Error::Kind::not_a_workbook, name_,
                                     "The file is a zip file with a password",
                                     "Take the workbook out of it, or save it without a password"});
    }
    if (entry.method != zip_stored && entry.method != zip_deflated)
        return damaged("Entry '" + quotable(entry.name) + "' is packed by a method that Excel does not use");
    if (auto ok = check_size(entry); !ok) return std::unexpected(ok.error());
    if (auto ok = locate(entry, header); !ok) return std::unexpected(ok.error());
    return entry;
}

std::expected<void, Error> Reader::check_overlap() {
    std::ranges::sort(extents_, {}, &Extent::begin);
    const auto overlap = std::ranges::adjacent_find(
        extents_, [](const Extent& one, const Extent& next) { return one.end > next.begin; });
    if (overlap != extents_.end()) return damaged("Two entries of the zip file overlap");
    return {};
}

std::expected<std::vector<ZipEntry>, Error> Reader::read() {
    auto directory = find_directory();
    if (!directory) return std::unexpected(directory.error());
    directory_ = *directory;

    std::vector<ZipEntry> entries;
    std::uint64_t at = directory_.offset;
    for (std::uint64_t i = 0; i < directory_.count; ++i) {
        auto entry = read_entry(at, directory_.offset + directory_.size);
        if (!entry) return std::unexpected(entry.error());
        entries.push_back(std::move(*entry));
    }
    if (auto ok = check_overlap(); !ok) return std::unexpected(ok.error());
    return entries;
}

} // namespace

std::expected<std::vector<ZipEntry>, Error>
read_zip_directory(std::string_view bytes, const std::string& name, const Limits& limits) {
    return Reader(bytes, name, limits).read();
}

std::string folded(std::string_view part_name) {
    std::string plain(part_name);
    for (char& c : plain) {
        c = c == '\\' ? '/' : cells::lower(c);
    }
    return plain;
}

} // namespace xlsx
