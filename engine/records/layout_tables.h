#pragma once
// The cover and the tables of a layout in a workbook, one after the other, until one cannot be found.

#include "engine/framework/framework.h"
#include "engine/records/observed.h"
#include "engine/records/table_cells.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class LayoutTables {
public:
    /// All must outlive it, and what it opens.
    LayoutTables(const std::vector<cells::Sheet>& sheets, const Layout& layout, const Framework& framework,
                 std::string_view file)
        : sheets_(sheets), layout_(layout), framework_(framework), file_(file) {}

    /// The cover; what reading it noticed goes to `observed`.
    std::expected<FormCells, cells::Error> cover(std::vector<Observed>& observed) const;

    /// Nothing where the layout or the workbook does not have the table, or after an error.
    std::optional<TableCells> open(std::string_view id);
    /// As open(); the name of the table's sheet goes to `sheet`, what its shape says to `observed`.
    std::optional<TableCells> open(std::string_view id, std::string& sheet, std::vector<Observed>& observed);
    const std::optional<cells::Error>& error() const { return error_; }

private:
    const std::vector<cells::Sheet>& sheets_;
    const Layout& layout_;
    const Framework& framework_;
    std::string_view file_;
    std::optional<cells::Error> error_;
};

} // namespace engine
