#include "tools/draw/compound_file.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace draw {

static constexpr std::size_t sector = 512;
static constexpr std::size_t mini_sector = 64;
static constexpr std::size_t mini_limit = 4096;
static constexpr std::size_t longest_name = 31;
static constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;
static constexpr std::uint32_t no_sector = 0xFFFFFFFF;
static constexpr std::uint32_t fat_sector = 0xFFFFFFFD;

std::string little_endian(std::uint64_t value, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xFF);
    return text;
}

std::string utf16(std::string_view ascii) {
    std::string text;
    for (const char c : ascii) (text += c) += '\0';
    return text;
}

static std::string padded(std::string bytes, std::size_t to, char with = '\0') {
    bytes.append((to - bytes.size() % to) % to, with);
    return bytes;
}

namespace {

enum class Kind : std::uint8_t { none = 0, storage = 1, stream = 2, root = 5 };

/// An entry of the directory (MS-CFB 2.6.1). Siblings are a binary tree, shorter names first.
struct Entry {
    std::string name;
    Kind kind = Kind::none;
    std::uint32_t left = no_sector, right = no_sector, child = no_sector;
    std::uint32_t first = 0;
    std::size_t size = 0;
};

std::string entry_bytes(const Entry& entry) {
    std::string bytes = utf16(entry.name);
    bytes.resize(64);
    bytes += little_endian(entry.name.empty() ? 0 : 2 * (entry.name.size() + 1), 2);
    bytes += static_cast<char>(entry.kind);
    bytes += '\1'; // black: a tree without red ones is one too
    for (const std::uint32_t link : {entry.left, entry.right, entry.child}) bytes += little_endian(link, 4);
    bytes.append(16 + 4 + 8 + 8, '\0'); // class, state, times
    return bytes + little_endian(entry.first, 4) + little_endian(entry.size, 8);
}

bool comes_before(const Entry& a, const Entry& b) {
    const auto upper = [](std::string name) {
        std::ranges::transform(name, name.begin(), cells::upper);
        return name;
    };
    return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : upper(a.name) < upper(b.name);
}

/// Links the siblings into a balanced tree and gives its root.
std::uint32_t tree_of(std::vector<Entry>& entries, std::vector<std::uint32_t> siblings) {
    if (siblings.empty()) return no_sector;
    std::ranges::sort(siblings,
                      [&](std::uint32_t a, std::uint32_t b) { return comes_before(entries[a], entries[b]); });
    const auto middle = siblings.begin() + static_cast<std::ptrdiff_t>(siblings.size() / 2);
    const std::uint32_t root = *middle;
    entries[root].left = tree_of(entries, {siblings.begin(), middle});
    entries[root].right = tree_of(entries, {middle + 1, siblings.end()});
    return root;
}

/// Sectors one after the other, from `first` on.
void add_chain(std::string& table, std::size_t first, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i) table += little_endian(i == count ? end_of_chain : first + i, 4);
}

} // namespace

void CompoundFile::add(std::string_view path, std::string bytes) {
    const auto slash = path.find('/');
    const std::string_view folder = slash == std::string_view::npos ? "" : path.substr(0, slash);
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (name.size() > longest_name || folder.size() > longest_name || bytes.size() >= mini_limit)
        throw std::runtime_error(std::string(path) + ": a stream's name or its content is too long");
    streams_.push_back({std::string(folder), std::string(name), std::move(bytes)});
}

std::string CompoundFile::bytes() const {
    std::vector<Entry> entries{{.name = "Root Entry", .kind = Kind::root}};
    std::map<std::string, std::vector<std::uint32_t>> inside;
    std::map<std::string, std::uint32_t> folders{{"", 0}};
    std::string mini_stream;
    std::string mini_table;
    for (const Stream& stream : streams_) {
        if (const auto [folder, is_new] = folders.emplace(stream.folder, entries.size()); is_new) {
            inside[""].push_back(folder->second);
            entries.push_back({.name = stream.folder, .kind = Kind::storage});
        }
        inside[stream.folder].push_back(static_cast<std::uint32_t>(entries.size()));
        const std::size_t first = mini_stream.size() / mini_sector;
        entries.push_back({.name = stream.name,
                           .kind = Kind::stream,
                           .first = stream.bytes.empty() ? end_of_chain : static_cast<std::uint32_t>(first),
                           .size = stream.bytes.size()});
        mini_stream += padded(stream.bytes, mini_sector);
        add_chain(mini_table, first, mini_stream.size() / mini_sector - first);
    }
    for (const auto& [folder, siblings] : inside)
        entries[folders.at(folder)].child = tree_of(entries, siblings);

    // Sector 0 is the table of sectors, then come the directory, the mini table and the mini stream.
    const std::size_t directory = 1;
    const std::size_t directory_sectors = (entries.size() + 3) / 4;
    const std::size_t table_at = directory + directory_sectors;
    mini_table = padded(std::move(mini_table), sector, '\xFF');
    const std::size_t stream_at = table_at + mini_table.size() / sector;
    entries.front().first = static_cast<std::uint32_t>(stream_at);
    entries.front().size = mini_stream.size();
    mini_stream = padded(std::move(mini_stream), sector);

    std::string table = little_endian(fat_sector, 4);
    add_chain(table, directory, directory_sectors);
    add_chain(table, table_at, mini_table.size() / sector);
    add_chain(table, stream_at, mini_stream.size() / sector);
    table = padded(std::move(table), sector, '\xFF');
    if (table.size() != sector) throw std::runtime_error("The streams are too long for one table of sectors");

    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    header.append(16, '\0');
    header += little_endian(0x3E, 2) + little_endian(3, 2) + little_endian(0xFFFE, 2); // version, byte order
    header += little_endian(9, 2) + little_endian(6, 2);                               // 2^9 and 2^6 bytes
    header.append(6 + 4, '\0');
    header += little_endian(1, 4) + little_endian(directory, 4) + little_endian(0, 4)
              + little_endian(mini_limit, 4) + little_endian(table_at, 4)
              + little_endian(mini_table.size() / sector, 4) + little_endian(end_of_chain, 4)
              + little_endian(0, 4) + little_endian(0, 4);
    header = padded(std::move(header), sector, '\xFF');

    std::string listed;
    for (const Entry& entry : entries) listed += entry_bytes(entry);
    while (listed.size() % sector != 0) listed += entry_bytes({});
    return header + table + listed + mini_table + mini_stream;
}

} // namespace draw
