#include "tests/tools/support/workbook_parts.h"

#include "tests/support/shared_data.h"
#include "xlsx/package/zip.h"

#include <catch2/catch_test_macros.hpp>

namespace support {

std::map<std::string, std::string> workbook_parts(const std::filesystem::path& file) {
    const auto archive = xlsx::Archive::open(bytes_of(file), file.string(), {});
    INFO(file);
    REQUIRE(archive);
    std::map<std::string, std::string> parts;
    for (const xlsx::ZipEntry& entry : archive->entries())
        parts[entry.name] = archive->inflate(entry).value();
    return parts;
}

} // namespace support
