#pragma once
// The tables of a layout in a workbook, one after the other, until one cannot be found.

#include "engine/framework/framework.h"
#include "engine/records/observed.h"
#include "engine/records/table_cells.h"

#include <optional>
#include <string_view>
#include <vector>

namespace engine {

class LayoutTables {
public:
    /// All must outlive it, and what it opens.
    LayoutTables(const std::vector<cells::Sheet>& sheets, const Layout& layout, unsigned first_month,
                 std::string_view file)
        : sheets_(sheets), layout_(layout), first_month_(first_month), file_(file) {}

    /// Nothing where the layout or the workbook does not have the table, or after an error.
    std::optional<TableCells> open(std::string_view id);
    const std::optional<cells::Error>& error() const { return error_; }

private:
    const std::vector<cells::Sheet>& sheets_;
    const Layout& layout_;
    unsigned first_month_;
    std::string_view file_;
    std::optional<cells::Error> error_;
};

} // namespace engine
