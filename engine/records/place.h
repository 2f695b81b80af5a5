#pragma once
// Where a record or a finding stands: file, sheet, cell.

#include "engine/cells/address.h"

#include <string>

namespace engine {

struct Place {
    std::string file;  ///< as given on the command line, without its folder
    std::string sheet; ///< empty: the whole file
    cells::Address at; ///< none: the whole sheet

    friend bool operator==(const Place&, const Place&) = default;
};

/// "housing.xlsx: Indicators!H14", "housing.xlsx"
std::string to_text(const Place& place);

/// A text in a cell.
struct Text {
    std::string value;
    cells::Address at;
    bool blank() const { return value.empty(); }
};

} // namespace engine
