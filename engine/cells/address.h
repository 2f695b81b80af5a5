#pragma once
// Where a cell is: row and column as Excel prints them, counted from 1. An address with row 0 is no
// address at all (a finding about a whole file has one). Sheets are named elsewhere.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cells {

/// Excel's last row and column (ECMA-376 part 1, 18.3.1.73 and Excel's own limits): XFD1048576.
inline constexpr std::uint32_t last_row = 1'048'576;
inline constexpr std::uint32_t last_column = 16'384;

struct Address {
    std::uint32_t row = 0;
    std::uint32_t column = 0;

    /// False for "no address".
    explicit operator bool() const { return row != 0; }
    /// Row-major: the order in which a sheet is read.
    friend auto operator<=>(const Address&, const Address&) = default;
};

/// A rectangle of cells, both corners inside it.
struct Range {
    Address first;
    Address last;

    bool contains(Address at) const {
        return at.row >= first.row && at.row <= last.row && at.column >= first.column
               && at.column <= last.column;
    }
    friend bool operator==(const Range&, const Range&) = default;
};

/// "A" for 1, "XFD" for 16384.
std::string column_letters(std::uint32_t column);
/// "H14". Empty for no address.
std::string to_text(Address at);
/// "H14:K20", or "H14" where both corners are one.
std::string to_text(Range range);

/// "Indicators!H14", "'Outcome plan'!B3": as Excel writes it, and as its Name box takes it.
std::string to_text(std::string_view sheet, Address at);

/// "H14", "$h$14". Nothing for anything else, or beyond XFD1048576.
std::optional<Address> parse_address(std::string_view text);
/// "A1:C3" or "A1". Corners may come in any order; the result has them sorted.
std::optional<Range> parse_range(std::string_view text);

} // namespace cells
