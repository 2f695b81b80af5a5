#include "xlsx/edit/part_edits.h"

#include "xlsx/edit/related.h"

#include <libdeflate.h>

#include <algorithm>
#include <iterator>

namespace xlsx {

using cells::Error;

std::string fingerprint(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    const std::uint32_t crc = libdeflate_crc32(0, text.data(), text.size());
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) out += digits[(crc >> shift) & 0xF];
    return out + "-" + std::to_string(text.size());
}

static bool is_index(std::string_view part) {
    return part.ends_with(".rels") || part == "[Content_Types].xml";
}

static std::vector<std::string> sorted_parts(const Package& package) {
    std::vector<std::string> parts = package.parts();
    std::ranges::sort(parts);
    return parts;
}

// One edit that covers everything between what both texts start with and what both end with.
static std::vector<Splice> way_back(std::string_view now, std::string_view before) {
    const auto [at, unused] = std::ranges::mismatch(now, before);
    const auto start = static_cast<std::size_t>(at - now.begin());
    std::size_t tail = 0;
    while (tail < std::min(now.size(), before.size()) - start
           && now[now.size() - 1 - tail] == before[before.size() - 1 - tail])
        ++tail;
    return {
        {start, now.size() - start - tail, std::string(before.substr(start, before.size() - start - tail))}};
}

std::expected<PartEdits, Error> PartEdits::begin(Package& package) {
    PartEdits run(package);
    run.parts_ = sorted_parts(package);
    for (const std::string& part : run.parts_) {
        if (!is_index(part)) continue;
        auto text = package.text(part);
        if (!text) return std::unexpected(std::move(text.error()));
        run.indexes_.emplace(part, *text);
    }
    return run;
}

std::expected<void, Error> PartEdits::drop(std::string_view source, const std::string& part) {
    if (auto done = unrelate_part(*package_, source, part); !done) return done;
    for (const std::string& gone : {Package::relationships_part(part), part}) {
        if (!package_->has(gone)) continue;
        if (auto done = package_->undeclare(gone); !done) return done;
        auto before = package_->text(gone);
        if (!before) return std::unexpected(std::move(before.error()));
        removed_.emplace(gone, *before);
        package_->remove(gone);
    }
    return {};
}

std::expected<Changes, Error> PartEdits::commit() {
    Changes changes;
    for (auto& [part, edits] : edits_) {
        if (edits.empty() || !package_->has(part)) continue;
        auto text = package_->text(part);
        if (!text) return std::unexpected(std::move(text.error()));
        std::string after = edits.apply(*text);
        changes.parts.push_back({part, fingerprint(after), fingerprint(*text), edits.inverse(*text)});
        package_->replace(part, std::move(after));
    }
    for (const auto& [part, before] : indexes_) {
        if (!package_->has(part)) continue;
        auto text = package_->text(part);
        if (!text) return std::unexpected(std::move(text.error()));
        if (*text != before)
            changes.parts.push_back({part, fingerprint(*text), fingerprint(before), way_back(*text, before)});
    }
    const std::vector<std::string> now = sorted_parts(*package_);
    std::ranges::set_difference(now, parts_, std::back_inserter(changes.added));
    for (auto& [part, before] : removed_) {
        std::string was = fingerprint(before);
        changes.parts.push_back({part, "", std::move(was), {{0, 0, std::move(before)}}});
    }
    std::ranges::sort(changes.parts, {}, &PartChange::part);
    return changes;
}

} // namespace xlsx
