#pragma once
// One to three rows of a sheet read as a table's header: which columns of the layout they name. Whether they
// are the header is find_table's to say.

#include "engine/layout/find_table.h"
#include "engine/layout/sheet_rows.h"
#include "engine/layout/table_patterns.h"

#include <string>
#include <utility>
#include <vector>

namespace engine {

struct UnknownHeading {
    cells::Address at;
    std::string text;
    std::uint32_t letter = 0; ///< the column it heads; `at` may be the corner of a merge
    std::vector<Heading> parents;
};

struct Header {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::vector<FoundColumn> columns;
    std::vector<UnknownHeading> unknown;
    std::vector<NearHeading> near;
    /// Headings that name a column a second time: where the first is, and the second.
    std::vector<std::pair<cells::Address, cells::Address>> doubled;

    bool has(const LayoutTable& table, std::string_view field) const;
    /// Indexes of the layout's required columns, and its key, that are not there.
    std::vector<std::size_t> missing(const LayoutTable& table) const;
};

/// The best reading of a header that has the row among its rows.
Header best_header(const SheetRows& rows, const TablePatterns& patterns, std::uint32_t row);

/// Takes unknown headings for columns not found that they nearly name, where no other reading is as near.
void read_near(Header& header, const TablePatterns& patterns);

} // namespace engine
