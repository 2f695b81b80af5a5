#pragma once
// What lies in a folder of plans or returns, sorted by name so that a run is the same on every machine.
// Looks at names only; whether a workbook is one is for whoever opens it.

#include "engine/cells/error.h"

#include <expected>
#include <filesystem>
#include <vector>

namespace files {

struct Listing {
    std::vector<std::filesystem::path> workbooks; ///< .xlsx and .xlsm, in any case of letters
    /// Spreadsheets of a kind that is not read (.xls, .ods, .csv ...): somebody's work that would be missed.
    std::vector<cells::Error> unread;
    std::vector<std::filesystem::path> others; ///< anything else: left alone
};

/// Names that Excel, LibreOffice and systems leave about (~$x.xlsx, .~lock.x.xlsx#, dotfiles) are passed
/// over. An Error where the folder is not there, may not be read, or holds no spreadsheet at all.
std::expected<Listing, cells::Error> list_workbooks(const std::filesystem::path& folder);

} // namespace files
