#include "tests/xlsx/lint/whole_workbook.h"

#include "tests/support/shared_data.h"

#include <algorithm>
#include <filesystem>

namespace support {

Parts whole_workbook() {
    const std::filesystem::path folder = OUTTURN_SOURCE_DIR "/tests/xlsx/lint/whole_workbook";
    Parts parts;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file())
            parts.emplace_back(file.path().lexically_relative(folder).generic_string(),
                               bytes_of(file.path()));
    std::ranges::sort(parts); // '[' comes before small letters
    return parts;
}

} // namespace support
