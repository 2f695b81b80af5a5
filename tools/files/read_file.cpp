#include "tools/files/read_file.h"

#include <fstream>
#include <system_error>

namespace files {

using cells::Error;

std::expected<std::string, Error> read_file(const std::filesystem::path& file, std::uint64_t limit) {
    std::error_code failure;
    const auto status = std::filesystem::status(file, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return std::unexpected(Error{Error::Kind::cannot_read, file.string(), "There is no such file",
                                     "Check the spelling of its name and folder"});
    if (std::filesystem::is_directory(status))
        return std::unexpected(Error{Error::Kind::cannot_read, file.string(),
                                     "This is a folder where a file is needed", "Name a file in it"});
    if (!std::filesystem::is_regular_file(status))
        return std::unexpected(Error{Error::Kind::cannot_read, file.string(), "This is not a plain file",
                                     "Copy what it holds into a file and name that"});

    const auto size = std::filesystem::file_size(file, failure);
    if (!failure && size > limit)
        return std::unexpected(Error{Error::Kind::too_large, file.string(),
                                     "The file is " + std::to_string(size >> 20) + " MB, and the limit is "
                                         + std::to_string(limit >> 20) + " MB",
                                     "Save it without pictures and unused sheets"});

    std::ifstream in(file, std::ios::binary);
    std::string bytes;
    if (in && !failure) {
        bytes.resize(static_cast<std::size_t>(size));
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    if (!in || failure)
        return std::unexpected(Error{Error::Kind::cannot_read, file.string(), "The file cannot be read",
                                     "Check that you may read it and that its disk is there"});
    return bytes;
}

} // namespace files
