#pragma once
// Copies a part of a package with all that only it uses: a sheet with its drawings and their charts, notes,
// tables, printer settings. Pictures are shared. What must be one of its kind in a workbook (a table's name,
// a box's number) becomes one.

#include "engine/cells/error.h"
#include "xlsx/fill/sheet_copies.h"
#include "xlsx/package/package.h"

#include <cstdint>
#include <expected>
#include <map>
#include <set>
#include <string>

namespace xlsx {

class PartCopier {
public:
    /// Reads the names of the workbook's tables and the numbers of its boxes.
    static std::expected<PartCopier, cells::Error> begin(Package& package);

    /// Copies a sheet; gives the name of the new part, which nothing points at yet. An Error where the sheet
    /// holds what cannot be there twice: pivot tables, controls, embedded objects, comments with answers.
    std::expected<std::string, cells::Error> copy_sheet(const std::string& sheet);
    /// A sheet's part and all that hangs on it alone, to be taken away or looked through.
    std::expected<std::vector<std::string>, cells::Error> own_parts(const std::string& sheet);

    /// The part of the template that a copy was made from; the part itself where it is none.
    const std::string& origin(const std::string& part) const;

private:
    explicit PartCopier(Package& package) : package_(&package) {}
    using Copied = std::expected<std::string, cells::Error>;
    Copied copy(const std::string& part, std::string_view kind);
    std::expected<void, cells::Error> copy_relationships(const std::string& part, const std::string& to);
    Copied content(const std::string& part, std::string_view kind);
    std::string table(std::string_view text);
    std::string boxes(std::string_view text);

    Package* package_;
    std::set<std::string> tables_; // names, in small letters
    std::uint32_t last_table_ = 0;
    std::uint32_t last_block_ = 0;
    std::map<std::string, std::string> renamed_; // tables of the sheet being copied
    std::map<std::string, std::string> origins_;
};

} // namespace xlsx
