#pragma once
// Work that cannot be done: where, what, and what to do next. A fault in somebody's return is a Finding
// (engine/records/finding.h), never an Error; a bug of ours is neither and stops the program.

#include <cstdint>
#include <string>

namespace cells {

struct Error {
    /// A small closed set, for exit statuses and for programs that read JSON.
    enum class Kind : std::uint8_t {
        cannot_read,    ///< the file is not there, may not be read, or broke while reading
        not_a_workbook, ///< it is something else: old .xls, encrypted, ods, csv, truncated, empty
        damaged,        ///< it is a workbook, but a part of it cannot be understood
        too_large,      ///< a limit was passed; `what` names the limit
        not_found,      ///< the sheet, table, period or reference asked for is not there
        not_allowed,    ///< protected, signed, or against a rule of the framework
        cannot_write,   ///< the place to write is full, read-only or gone
        bad_framework,  ///< the framework does not compile
        bad_template,   ///< a slot of a template cannot be filled
        refused         ///< our own check found that the output would be wrong; nothing was written
    };

    Kind kind = Kind::cannot_read;
    /// "returns/housing.xlsx", "housing.xlsx: Indicators!H14", "framework.toml:12:5".
    std::string where;
    /// One sentence: what is wrong. No full stop at the end.
    std::string what;
    /// One sentence: what to do next. No full stop at the end.
    std::string next;
};

/// "housing.xlsx: The file is an old Excel workbook (.xls). Open it in Excel and save it as .xlsx."
std::string to_text(const Error& error);

} // namespace cells
