#include "xlsx/package/zip.h"

#include "xlsx/package/inflate_ahead.h"
#include "xlsx/package/inflater.h"
#include "xlsx/package/text_encoding.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <libdeflate.h>

namespace xlsx {

using cells::Error;

static constexpr std::size_t window_size = 64UL << 10;

static std::unexpected<Error> damaged_entry(const Archive& archive, const ZipEntry& entry) {
    return std::unexpected(Error{Error::Kind::damaged, archive.name() + ": " + quotable(entry.name),
                                 "This part of the workbook is damaged",
                                 "Copy or download the file again, or open it in Excel and save it again"});
}

std::expected<Archive, Error> Archive::open(std::string bytes, std::string name, const Limits& limits) {
    if (bytes.size() > limits.file_bytes) {
        return std::unexpected(
            Error{Error::Kind::too_large, std::move(name),
                  "The file is larger than " + std::to_string(limits.file_bytes) + " bytes",
                  "Send a smaller workbook, or raise the limit if this one is trusted"});
    }
    auto entries = read_zip_directory(bytes, name, limits);
    if (!entries) return std::unexpected(std::move(entries.error()));
    return Archive(std::move(bytes), std::move(name), std::move(*entries));
}

std::string_view Archive::stored(const ZipEntry& entry) const {
    return std::string_view(bytes_).substr(entry.data_offset, entry.stored_size);
}

std::expected<std::string, Error> Archive::inflate(const ZipEntry& entry) const {
    std::string content;
    if (entry.method == zip_stored) {
        content = stored(entry);
    } else {
        Inflater inflater(stored(entry));
        // The declared size is only a promise: memory follows what has really been inflated.
        std::size_t room = entry.stored_size * 16 + window_size;
        bool ended = false;
        while (!ended && content.size() < entry.inflated_size) {
            room = std::min<std::size_t>(room, entry.inflated_size);
            const std::size_t before = content.size();
            std::optional<std::size_t> filled;
            content.resize_and_overwrite(room, [&](char* start, std::size_t size) {
                filled = inflater.fill({start + before, size - before});
                return before + filled.value_or(0);
            });
            if (!filled) return damaged_entry(*this, entry);
            ended = content.size() < room;
            room *= 2;
        }
        std::array<char, 1> more{};
        if (inflater.fill(more) != 0U) return damaged_entry(*this, entry);
    }
    if (content.size() != entry.inflated_size
        || libdeflate_crc32(0, content.data(), content.size()) != entry.crc)
        return damaged_entry(*this, entry);
    return content;
}

namespace {

/// A stream's windows as they come, whoever inflates them.
class Windows {
public:
    Windows(std::string_view deflated, std::uint64_t inflated_size, unsigned threads) {
        if (threads > 1 && inflated_size >= worth_a_thread)
            ahead_.emplace(deflated, inflated_size);
        else
            inflater_.emplace(deflated);
    }

    /// Shorter than a window only at the stream's end. Nothing where the stream is damaged.
    std::optional<std::string_view> next() {
        if (ahead_) return ahead_->next();
        if (!window_) window_ = std::make_unique_for_overwrite<std::array<char, window_size>>();
        const auto filled = inflater_->fill(*window_);
        if (!filled) return std::nullopt;
        crc_ = libdeflate_crc32(crc_, window_->data(), *filled);
        return std::string_view(window_->data(), *filled);
    }
    std::uint32_t crc() const { return ahead_ ? ahead_->crc() : crc_; }

private:
    static constexpr std::uint64_t worth_a_thread = 4UL << 20;

    std::optional<InflateAhead> ahead_;
    std::optional<Inflater> inflater_;
    std::unique_ptr<std::array<char, window_size>> window_;
    std::uint32_t crc_ = 0;
};

} // namespace

std::expected<void, Error> Archive::stream(const ZipEntry& entry,
                                           const std::function<bool(std::string_view)>& take,
                                           unsigned threads) const {
    std::uint32_t crc = 0;
    std::uint64_t total = 0;
    if (entry.method == zip_stored) {
        for (auto rest = stored(entry); !rest.empty();) {
            const auto piece = rest.substr(0, window_size);
            rest.remove_prefix(piece.size());
            crc = libdeflate_crc32(crc, piece.data(), piece.size());
            total += piece.size();
            if (!take(piece)) return {};
        }
    } else {
        Windows windows(stored(entry), entry.inflated_size, threads);
        std::size_t got = window_size;
        while (got == window_size && total <= entry.inflated_size) {
            const auto window = windows.next();
            if (!window) return damaged_entry(*this, entry);
            got = window->size();
            total += got;
            if (total > entry.inflated_size) break;
            if (got != 0 && !take(*window)) return {};
        }
        crc = windows.crc();
    }
    if (total != entry.inflated_size || crc != entry.crc) return damaged_entry(*this, entry);
    return {};
}

} // namespace xlsx
