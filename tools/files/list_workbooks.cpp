#include "tools/files/list_workbooks.h"

#include "engine/cells/ascii.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

namespace files {

using cells::Error;

static std::string lower_extension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(), cells::lower);
    return extension;
}

static bool left_behind_by_a_program(std::string_view name) {
    return name.starts_with("~$") || name.starts_with(".") || name == "Thumbs.db" || name == "desktop.ini";
}

static bool other_spreadsheet(std::string_view extension) {
    static constexpr std::array<std::string_view, 9> kinds = {".xls",  ".xlsb", ".xltx",    ".xltm", ".ods",
                                                              ".fods", ".csv",  ".numbers", ".tsv"};
    return std::ranges::find(kinds, extension) != kinds.end();
}

/// Says what is there instead, since the folder above or beside is often the one that was meant.
static Error nothing_in(const std::filesystem::path& folder, const std::vector<std::string>& folders) {
    Error error{Error::Kind::not_found, folder.string(),
                "There are no workbooks (.xlsx or .xlsm) in this folder", "Check the folder's name"};
    if (!folders.empty()) {
        error.next = "Did you mean a folder in it? There is ";
        for (std::size_t i = 0; i < folders.size() && i < 5; ++i) error.next += (i ? ", " : "") + folders[i];
        if (folders.size() > 5) error.next += " and more";
    }
    return error;
}

std::expected<Listing, Error> list_workbooks(const std::filesystem::path& folder) {
    std::error_code failure;
    const auto status = std::filesystem::status(folder, failure);
    if (!std::filesystem::exists(status))
        return std::unexpected(Error{Error::Kind::cannot_read, folder.string(), "There is no such folder",
                                     "Check the spelling of its name"});
    if (!std::filesystem::is_directory(status))
        return std::unexpected(Error{Error::Kind::cannot_read, folder.string(),
                                     "This is a file where a folder is needed", "Name the folder it is in"});

    Listing listing;
    std::vector<std::string> folders;
    std::filesystem::directory_iterator entry(folder, failure);
    for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        const auto& path = entry->path();
        if (left_behind_by_a_program(path.filename().string())) continue;
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            folders.push_back(path.filename().string());
            continue;
        }
        const std::string extension = lower_extension(path);
        if (extension == ".xlsx" || extension == ".xlsm")
            listing.workbooks.push_back(path);
        else if (other_spreadsheet(extension))
            listing.unread.push_back({Error::Kind::not_a_workbook, path.string(),
                                      "A " + extension + " file is not read",
                                      "Open it in Excel and save it as an Excel workbook (.xlsx)"});
        else
            listing.others.push_back(path);
    }
    if (failure)
        return std::unexpected(Error{Error::Kind::cannot_read, folder.string(),
                                     "The folder cannot be read: " + failure.message(),
                                     "Check that you may open it and that its disk is there"});

    std::ranges::sort(folders);
    std::ranges::sort(listing.workbooks);
    std::ranges::sort(listing.others);
    std::ranges::sort(listing.unread, {}, &Error::where);
    if (listing.workbooks.empty() && listing.unread.empty())
        return std::unexpected(nothing_in(folder, folders));
    return listing;
}

} // namespace files
