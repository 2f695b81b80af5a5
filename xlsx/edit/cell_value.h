#pragma once
// What a cell holds, as its part writes it, without format or formula: the common currency of writing a
// value, remembering the one before, and giving it back.

#include "engine/cells/mark.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace xlsx {

struct CellValue {
    enum class Kind : std::uint8_t { empty, number, text, boolean, error };
    Kind kind = Kind::empty;
    /// A number as written ("0.947"), "1" or "0", "#N/A", or the text itself, unescaped.
    std::string text;
    friend bool operator==(const CellValue&, const CellValue&) = default;
};

/// A date becomes its serial number; text is cut to what a cell can hold.
CellValue cell_value(const cells::Written& written, bool date1904);
/// "TRUE" for a boolean; else the text.
std::string shown(const CellValue& value);
/// The type attribute of a cell that holds the value: ` t="b"`, with its blank, or nothing.
std::string_view type_attribute(const CellValue& value);
/// What stands between a cell's tags: `<v>1</v>`. Text goes in line, so that the shared strings stay as they
/// are. `prefix` is the sheet's own ("x:").
std::string content_xml(const CellValue& value, std::string_view prefix);

/// The text up to a number of UTF-16 units, with "…" where some had to go.
std::string clipped(std::string_view text, std::size_t utf16_units);
/// What a cell and a note can hold, in UTF-16 units.
inline constexpr std::size_t longest_text = 32'767;
/// ` xml:space="preserve"` where a reader would drop blanks without it.
std::string_view space_attribute(std::string_view text);

} // namespace xlsx
