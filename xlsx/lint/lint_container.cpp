#include "xlsx/lint/lint_container.h"

#include "xlsx/lint/lint_context.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>

namespace xlsx {

namespace {

// Sizes and marks of the records (APPNOTE 4.3).
constexpr std::string_view local_mark{"PK\3\4", 4};
constexpr std::string_view entry_mark{"PK\1\2", 4};
constexpr std::string_view descriptor_mark{"PK\7\10", 4};
constexpr std::string_view wide_end_mark{"PK\6\7", 4};
constexpr std::size_t local_size = 30, entry_size = 46, end_size = 22, wide_locator_size = 20;
constexpr std::uint32_t is_wide = 0xFFFFFFFF;
constexpr std::uint16_t wide_field = 1, encrypted_flag = 1, utf8_flag = 1U << 11;

/// What both headers say of an entry.
struct Header {
    std::uint16_t flags = 0, method = 0;
    std::uint32_t crc = 0, stored = 0, inflated = 0, offset = 0;
    std::string_view name, extra;
    std::string_view comment;
    std::uint16_t version = 0;
    std::size_t size = 0; ///< of the record
};

class ContainerLinter {
public:
    explicit ContainerLinter(std::string_view file) : file_(file) {}

    std::vector<Fault> faults() {
        const auto end = file_.rfind(zip_end_signature);
        if (end == std::string_view::npos || end + end_size > file_.size()) {
            fault("Z5", "", "The file has no directory");
            return std::move(faults_);
        }
        if (end + end_size + number16(end + 20) != file_.size())
            fault("Z5", "", "Something stands behind the directory");
        if (number16(end + 20) != 0) fault("Z5", "", "The archive has a comment");
        take_directory(end);
        std::ranges::sort(faults_);
        return std::move(faults_);
    }

private:
    void fault(InvariantId invariant, std::string_view part, std::string what) {
        faults_.push_back({std::string(invariant.text()), std::string(part), std::move(what)});
    }
    std::uint32_t number(std::size_t at, std::size_t bytes) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes && at + i < file_.size(); ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(file_[at + i])) << (8 * i);
        return value;
    }
    std::uint16_t number16(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t number32(std::size_t at) const { return number(at, 4); }
    std::string_view piece(std::size_t at, std::size_t size) const {
        return at > file_.size() ? std::string_view{} : file_.substr(at, size);
    }

    // The fields that the local header and the directory share lie two bytes further on in the latter.
    Header header(std::size_t at, bool in_directory) const {
        const std::size_t shift = in_directory ? 2 : 0;
        const std::size_t fixed = in_directory ? entry_size : local_size;
        Header header;
        header.version = number16(at + 4 + shift);
        header.flags = number16(at + 6 + shift);
        header.method = number16(at + 8 + shift);
        header.crc = number32(at + 14 + shift);
        header.stored = number32(at + 18 + shift);
        header.inflated = number32(at + 22 + shift);
        const std::size_t name_size = number16(at + 26 + shift);
        const std::size_t extra_size = number16(at + 28 + shift);
        header.name = piece(at + fixed, name_size);
        header.extra = piece(at + fixed + name_size, extra_size);
        header.size = fixed + name_size + extra_size;
        if (in_directory) {
            header.comment = piece(at + header.size, number16(at + 32));
            header.offset = number32(at + 42);
            header.size += header.comment.size();
        }
        return header;
    }

    void take_directory(std::size_t end) {
        const bool wide_end = end >= wide_locator_size && piece(end - wide_locator_size, 4) == wide_end_mark;
        const std::uint32_t start = number32(end + 16);
        if (wide_end && start != is_wide && number16(end + 10) != 0xFFFF)
            fault("Z3", "", "The directory has a wide end that it does not need");
        if (start == is_wide) return;                           // larger than anything that is published
        std::vector<std::pair<std::size_t, std::size_t>> taken; // where each entry starts and ends
        std::set<std::string> names;
        std::size_t at = start;
        for (; piece(at, 4) == entry_mark && at < end;) {
            const Header entry = header(at, true);
            if (!names.insert(folded(entry.name)).second)
                fault("Z5", entry.name, "Two entries have this name");
            check_entry(entry);
            taken.emplace_back(entry.offset, end_of(entry));
            at += entry.size;
        }
        if (names.size() > number16(end + 10) && number16(end + 10) != 0xFFFF)
            fault("Z5", "", "The directory holds more entries than it counts");
        if (any_wide_) return; // larger than anything that is published, or a fault by now
        std::ranges::sort(taken);
        std::size_t reached = 0;
        for (const auto& [first, last] : taken) {
            if (first > reached) fault("Z5", "", "Something stands before or between the entries");
            if (first < reached) fault("Z5", "", "Entries overlap");
            reached = std::max(reached, last);
        }
        if (reached < start) fault("Z5", "", "Something stands between the entries and the directory");
    }

    static bool has_wide_field(std::string_view extra) {
        while (extra.size() >= 4) {
            const auto byte = [&](std::size_t i) {
                return static_cast<std::size_t>(static_cast<unsigned char>(extra[i]));
            };
            if ((byte(0) | byte(1) << 8U) == wide_field) return true;
            extra.remove_prefix(std::min(4 + (byte(2) | byte(3) << 8U), extra.size()));
        }
        return false;
    }

    void check_entry(const Header& entry) {
        if (entry.flags & encrypted_flag) fault("Z5", entry.name, "The entry has a password");
        if (entry.method != zip_stored && entry.method != zip_deflated)
            fault("Z5", entry.name, "The entry is compressed in a way that workbooks are not");
        if (!entry.comment.empty()) fault("Z5", entry.name, "The entry has a comment");
        const bool ascii =
            std::ranges::all_of(entry.name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!ascii && !(entry.flags & utf8_flag))
            fault("Z6", entry.name, "The name is not ASCII and is not said to be UTF-8");
        const bool wide = entry.stored == is_wide || entry.inflated == is_wide || entry.offset == is_wide;
        if (has_wide_field(entry.extra) && !wide)
            fault("Z3", entry.name, "The entry has wide sizes that it does not need");
        if (wide && entry.version < 45)
            fault("Z3", entry.name, "The entry has wide sizes and says that any program can read them");
        any_wide_ = any_wide_ || wide;
        if (wide) return;
        if (piece(entry.offset, 4) != local_mark) {
            fault("Z4", entry.name, "The directory points at something that is no entry");
            return;
        }
        check_local(entry, header(entry.offset, false));
    }

    void check_local(const Header& entry, const Header& local) {
        const bool described = (entry.flags & zip_has_descriptor) != 0;
        const bool sized = local.crc != 0 || local.stored != 0 || local.inflated != 0;
        if (local.name != entry.name || local.method != entry.method || local.flags != entry.flags
            || ((!described || sized)
                && (local.crc != entry.crc || local.stored != entry.stored
                    || local.inflated != entry.inflated)))
            fault("Z4", entry.name, "The entry's own header and the directory disagree");
        if (!described) return;
        const std::size_t at = entry.offset + local.size + entry.stored;
        const bool marked = piece(at, 4) == descriptor_mark;
        const std::size_t crc_at = at + (marked ? 4 : 0);
        if (number32(crc_at) != entry.crc) {
            fault("Z1", entry.name, "The sizes are said to follow the data and do not");
        } else if (number32(crc_at + 4) != entry.stored || number32(crc_at + 8) != entry.inflated) {
            const bool wide = number32(crc_at + 4) == entry.stored && number32(crc_at + 8) == 0
                              && number32(crc_at + 12) == entry.inflated;
            if (!wide || !has_wide_field(local.extra))
                fault("Z2", entry.name, "The record behind the data contradicts the directory");
        }
    }

    // Behind the entry's data and its descriptor, if it has one.
    std::size_t end_of(const Header& entry) const {
        const Header local = header(entry.offset, false);
        std::size_t at = entry.offset + local.size + entry.stored;
        if (!(entry.flags & zip_has_descriptor)) return at;
        if (piece(at, 4) == descriptor_mark) at += 4;
        const bool wide = number32(at + 4) == entry.stored && number32(at + 8) == 0 && entry.inflated != 0;
        return at + (wide ? 20 : 12);
    }

    std::string_view file_;
    std::vector<Fault> faults_;
    bool any_wide_ = false;
};

} // namespace

std::vector<Fault> lint_container(std::string_view file) {
    return ContainerLinter(file).faults();
}

} // namespace xlsx
