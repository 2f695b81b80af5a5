#include "xlsx/package/compound_file.h"

#include "engine/cells/ascii.h"

#include <cstdint>

namespace xlsx {

static constexpr std::size_t header_size = 512;
static constexpr std::size_t entry_size = 128;
static constexpr std::size_t fat_sectors_in_header = 109;
static constexpr std::size_t most_names = 4'096;

bool is_compound_file(std::string_view bytes) {
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

// A little-endian number; 0 outside the file.
static std::uint32_t number(std::string_view bytes, std::size_t at, unsigned count) {
    std::uint32_t value = 0;
    for (unsigned i = count; i-- > 0;)
        value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return value;
}

static std::string entry_name(std::string_view entry) {
    std::string name;
    const std::size_t bytes_with_nul = number(entry, 64, 2);
    for (std::size_t at = 0; at + 2 < bytes_with_nul && at < 64; at += 2) {
        const auto unit = number(entry, at, 2);
        const bool ascii = unit >= ' ' && unit < 0x7F;
        name += ascii ? cells::lower(static_cast<char>(unit)) : '?';
    }
    return name;
}

std::vector<std::string> compound_file_names(std::string_view bytes) {
    const unsigned shift = number(bytes, 30, 2);
    if (!is_compound_file(bytes) || bytes.size() < header_size || (shift != 9 && shift != 12)) return {};
    const std::size_t sector_size = std::size_t{1} << shift;
    const auto offset_of = [&](std::uint32_t sector) { return (std::size_t{sector} + 1) << shift; };
    // Only the file allocation table's first 109 sectors are looked at: 7 MB of small sectors, and programs
    // write the directory early.
    const auto after = [&](std::uint32_t sector) {
        const std::size_t per_sector = sector_size / 4;
        const std::size_t index = sector / per_sector;
        if (index >= fat_sectors_in_header) return UINT32_MAX;
        const std::uint32_t fat = number(bytes, 76 + 4 * index, 4);
        return number(bytes, offset_of(fat) + 4 * (sector % per_sector), 4);
    };

    std::vector<std::string> names;
    std::uint32_t sector = number(bytes, 48, 4);
    while (offset_of(sector) + sector_size <= bytes.size() && names.size() < most_names) {
        for (std::size_t at = 0; at < sector_size; at += entry_size)
            names.push_back(entry_name(bytes.substr(offset_of(sector) + at, entry_size)));
        sector = after(sector);
    }
    return names;
}

} // namespace xlsx
