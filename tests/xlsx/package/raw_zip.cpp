#include "tests/xlsx/package/raw_zip.h"

#include "xlsx/package/zip.h"

#include <libdeflate.h>

namespace support {

std::string bytes_of_number(std::uint64_t number, unsigned bytes) {
    std::string out;
    for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
    return out;
}

static std::string two(std::uint64_t number) {
    return bytes_of_number(number, 2);
}

static std::string four(std::uint64_t number) {
    return bytes_of_number(number, 4);
}

static std::string eight(std::uint64_t number) {
    return bytes_of_number(number, 8);
}

std::string deflated(const std::string& content) {
    xlsx::ArchiveWriter writer;
    writer.add("x", content);
    const auto archive = xlsx::Archive::open(std::move(writer).finish(), "deflated", {}).value();
    return std::string(archive.stored(archive.entries().front()));
}

std::string raw_zip(const std::vector<RawEntry>& entries, const RawEnd& end) {
    std::string file;
    std::string directory;
    for (const RawEntry& entry : entries) {
        const std::string stored = entry.deflated.value_or(entry.content);
        const auto flags = static_cast<std::uint16_t>(entry.flags | (entry.descriptor ? 8 : 0));
        const std::string crc =
            four(entry.crc.value_or(libdeflate_crc32(0, entry.content.data(), entry.content.size())));
        const std::string sizes =
            four(entry.stored_size.value_or(static_cast<std::uint32_t>(stored.size())))
            + four(entry.inflated_size.value_or(static_cast<std::uint32_t>(entry.content.size())));
        const std::string start =
            two(20) + two(flags) + two(entry.method.value_or(entry.deflated ? 8 : 0)) + four(0x00210000);
        const std::size_t header = file.size();
        const std::string local_name = entry.local_name.value_or(entry.name);
        file += "PK\3\4" + start + (entry.descriptor ? four(0) + four(0) + four(0) : crc + sizes)
                + two(local_name.size()) + two(0) + local_name + stored;
        if (entry.descriptor) file += "PK\7\10" + crc + sizes;
        directory += "PK\1\2" + two(20) + start + crc + sizes + two(entry.name.size())
                     + two(entry.central_extra.size()) + two(0) + two(0) + two(0) + four(0)
                     + four(entry.header_offset.value_or(static_cast<std::uint32_t>(header))) + entry.name
                     + entry.central_extra;
    }
    const std::size_t at = file.size();
    const std::size_t count = end.count.value_or(static_cast<std::uint16_t>(entries.size()));
    file += directory;
    if (end.zip64) {
        const std::size_t record = file.size();
        file += "PK\6\6" + eight(44) + two(45) + two(45) + eight(0) + eight(count) + eight(count)
                + eight(directory.size()) + eight(at) + "PK\6\7" + four(0) + eight(record) + four(1);
    }
    file += "PK\5\6" + four(0) + two(end.zip64 ? 0xFFFF : count) + two(end.zip64 ? 0xFFFF : count)
            + four(end.zip64 ? 0xFFFFFFFF : directory.size())
            + four(end.zip64 ? 0xFFFFFFFF : end.directory_offset.value_or(static_cast<std::uint32_t>(at)))
            + two(end.comment.size()) + end.comment;
    return file;
}

} // namespace support
