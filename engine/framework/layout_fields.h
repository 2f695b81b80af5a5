#pragma once
// The fields that plans and returns are read by: what a layout may name, what it must, which of them come by
// year and quarter, and which Outturn may write. The compiler's own; records/read_plan.h and
// records/read_return.h read them.

#include <cstdint>
#include <span>
#include <string_view>

namespace engine {

struct LayoutField {
    enum class By : std::uint8_t { once, year, quarter }; ///< quarter: by year and quarter

    std::string_view name;
    By by = By::once;
    bool needed = false;   ///< a layout without it cannot be read
    bool writable = false; ///< may be an output
};

struct LayoutPart {
    std::string_view layout; ///< "plan", "return"
    std::string_view part;   ///< "cover", or the table's id
    std::span<const LayoutField> fields;
};

/// Every part of every layout.
std::span<const LayoutPart> layout_parts();

} // namespace engine
