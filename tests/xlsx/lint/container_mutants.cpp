#include "tests/xlsx/lint/container_mutants.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <string_view>

namespace support {

namespace {

constexpr std::string_view local_mark{"PK\3\4", 4};
constexpr std::string_view entry_mark{"PK\1\2", 4};
constexpr std::string_view end_mark{"PK\5\6", 4};

std::uint32_t number(const std::string& file, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(file.at(at + i));
    return value;
}

void put(std::string& file, std::size_t at, std::uint32_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) file.at(at + i) = static_cast<char>(value >> (8 * i));
}

/// Where the records of the first entry and of the end are. Offsets within them are those of APPNOTE 4.3.
struct Records {
    std::size_t local, entry, end;
    explicit Records(const std::string& file)
        : local(file.find(local_mark)), entry(file.find(entry_mark)), end(file.rfind(end_mark)) {
        REQUIRE(end != std::string::npos);
    }
};

/// Puts bytes into the file before the directory, and tells the end record so.
void insert_before_directory(std::string& file, const std::string& bytes) {
    const Records at(file);
    const std::uint32_t start = number(file, at.end + 16);
    put(file, at.end + 16, start + static_cast<std::uint32_t>(bytes.size()), 4);
    file.insert(start, bytes);
}

/// Puts an extra field into the first entry of the directory.
void add_extra_field(std::string& file, const std::string& field) {
    const Records at(file);
    const auto size = static_cast<std::uint32_t>(field.size());
    const std::uint32_t name = number(file, at.entry + 28) & 0xFFFFU;
    put(file, at.entry + 30, size, 2);
    put(file, at.end + 12, number(file, at.end + 12) + size, 4);
    file.insert(at.entry + 46 + name, field);
}

/// Says of the last entry that its sizes follow its data, and puts these bytes there.
void add_descriptor(std::string& file, std::uint32_t crc_change, std::uint32_t size_change) {
    const Records at(file);
    const std::size_t entry = file.rfind(entry_mark);
    const std::size_t local = number(file, entry + 42);
    put(file, entry + 8, 8, 2);
    put(file, local + 6, 8, 2);
    std::string descriptor(16, '\0');
    descriptor.replace(0, 4, "PK\7\10");
    put(descriptor, 4, number(file, entry + 16) + crc_change, 4);
    put(descriptor, 8, number(file, entry + 20) + size_change, 4);
    put(descriptor, 12, number(file, entry + 24), 4);
    insert_before_directory(file, descriptor);
}

} // namespace

std::vector<ContainerMutant> container_mutants() {
    const auto at_entry = [](std::size_t offset, std::uint32_t value, std::size_t bytes) {
        return [=](std::string& file) { put(file, Records(file).entry + offset, value, bytes); };
    };
    const auto in_both = [](std::size_t offset, std::uint32_t value) {
        return [=](std::string& file) {
            const Records at(file);
            put(file, at.local + offset, value, 2);
            put(file, at.entry + offset + 2, value, 2);
        };
    };
    return {
        {"sizes are said to follow the data and do not", "Z1",
         [](std::string& file) { add_descriptor(file, 1, 0); }},
        {"the sizes behind the data are wrong", "Z2", [](std::string& file) { add_descriptor(file, 0, 1); }},
        {"an entry has wide sizes that it does not need", "Z3",
         [](std::string& file) { add_extra_field(file, std::string("\1\0\x08\0\0\0\0\0\0\0\0\0", 12)); }},
        {"wide sizes for which any program is said to do", "Z3", at_entry(20, 0xFFFFFFFF, 4)},
        {"the directory has a wide end that it does not need", "Z3",
         [](std::string& file) { file.insert(Records(file).end, "PK\6\7" + std::string(16, '\0')); }},
        {"the two headers give two checksums", "Z4", at_entry(16, 12345, 4)},
        {"the two headers give two methods", "Z4", at_entry(10, 0, 2)},
        {"the two headers give two names", "Z4",
         [](std::string& file) { file.at(Records(file).entry + 46) = '('; }},
        {"the entry has a password", "Z5", in_both(6, 1)},
        {"the entry is compressed by another method", "Z5", in_both(8, 9)},
        {"the archive has a comment", "Z5",
         [](std::string& file) {
             put(file, Records(file).end + 20, 5, 2);
             file += "hello";
         }},
        {"something follows the archive", "Z5", [](std::string& file) { file += "hello"; }},
        {"something stands before the directory", "Z5",
         [](std::string& file) { insert_before_directory(file, "hello"); }},
        {"the file is cut short", "Z5", [](std::string& file) { file.resize(file.size() - 10); }},
        {"an entry is not counted", "Z5", [](std::string& file) { put(file, Records(file).end + 10, 1, 2); }},
        {"two entries have one name", "Z5",
         [](std::string& file) {
             for (auto at = file.find("sheet2.xml"); at != std::string::npos;
                  at = file.find("sheet2.xml", at + 1))
                 file.at(at + 5) = '1';
         }},
        {"a name is neither ASCII nor said to be UTF-8", "Z6",
         [](std::string& file) {
             for (auto at = file.find("sheet2.xml"); at != std::string::npos;
                  at = file.find("sheet2.xml", at + 1))
                 file.at(at + 5) = '\xE4';
         }},
    };
}

} // namespace support
